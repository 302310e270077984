package org.vedette.standalone.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentConverterTests {

    private final ComponentConverter converter = new ComponentConverter();

    @ParameterizedTest
    @CsvSource({
        "org.vedette.post.outbox.OutboxRelay, post-service",
        "org.vedette.feed.search.SearchService, feed-service",
        "org.vedette.notification.alerts.AlertPlanner, notification-service",
        "org.vedette.gateway.cache.EdgeCache, gateway",
        "org.vedette.embedded.store.EmbeddedStore, store",
        "org.vedette.standalone.Suite, standalone",
    })
    void aClassOfOursBelongsToItsService(String logger, String component) {
        assertThat(loggedBy(logger, Runnable::run)).isEqualTo(component);
    }

    @Test
    void aLibraryBelongsToTheServiceWhoseThreadLogs() {
        var threads = new ComponentThreads("feed-service");

        assertThat(loggedBy(
                        "org.apache.kafka.clients.NetworkClient",
                        task -> threads.newThread(task).start()))
                .isEqualTo("feed-service");
    }

    @Test
    void aThreadStartedByAServiceBelongsToItToo() {
        var threads = new ComponentThreads("gateway");

        assertThat(loggedBy(
                        "io.netty.channel.nio.NioEventLoop",
                        task -> threads.newThread(() -> new Thread(task).start())
                                .start()))
                .isEqualTo("gateway");
    }

    @Test
    void aClassOfOursBelongsToItsServiceOnWhateverThread() {
        var threads = new ComponentThreads("gateway");

        assertThat(loggedBy(
                        "org.vedette.feed.live.Live",
                        task -> threads.newThread(task).start()))
                .isEqualTo("feed-service");
    }

    @Test
    void aLibraryOnAThreadOfNobodyBelongsToNobody() {
        assertThat(loggedBy("reactor.core.scheduler.Schedulers", task -> new Thread(task).start()))
                .isEqualTo("-");
    }

    private String loggedBy(String logger, Executor thread) {
        var log = new LoggerContext().getLogger(logger);
        var event = new LoggingEvent(getClass().getName(), log, Level.INFO, "message", null, null);
        return CompletableFuture.supplyAsync(() -> converter.convert(event), thread)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
