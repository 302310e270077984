package org.vedette.starter.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepetitionFilterTests {

    private final AtomicLong nanos = new AtomicLong();
    private final LoggerContext context = new LoggerContext();
    private final RepetitionFilter filter = new RepetitionFilter(nanos::get);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger library = context.getLogger("org.apache.kafka.clients.NetworkClient");

    @BeforeEach
    void install() {
        context.addTurboFilter(filter);
        lines.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    }

    @Test
    void aLibraryGetsThreeLinesAMinute() {
        for (var i = 0; i < 100; i++) {
            library.warn("Connection to node {} could not be established", i);
        }
        assertThat(lines.list).hasSize(3);
        assertThat(filter.suppressed()).isEqualTo(97);

        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        library.warn("Connection to node {} could not be established", 100);

        assertThat(lines.list).hasSize(4);
    }

    @Test
    void anotherLoggerHasLinesOfItsOwn() {
        for (var i = 0; i < 10; i++) {
            library.warn("says {}", i);
            context.getLogger("org.mongodb.driver.cluster").warn("says {}", i);
        }

        assertThat(lines.list).hasSize(6);
    }

    @Test
    void whatTheServicesSayThemselvesIsNeverLeftOut() {
        for (var i = 0; i < 10; i++) {
            context.getLogger("org.vedette.post.outbox.OutboxRelay").warn("says {}", i);
        }

        assertThat(lines.list).hasSize(10);
    }

    @Test
    void linesOfALevelThatIsOffCountForNothing() {
        for (var i = 0; i < 10; i++) {
            library.debug("says {}", i);
        }
        library.warn("says it");

        assertThat(lines.list).hasSize(1);
        assertThat(filter.suppressed()).isZero();
    }
}
