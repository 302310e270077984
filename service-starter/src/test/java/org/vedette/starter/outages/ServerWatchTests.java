package org.vedette.starter.outages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;
import org.vedette.starter.failures.ServerUnavailableException;

class ServerWatchTests {

    private final AtomicBoolean isAbsent = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final ServerWatch watch = new ServerWatch("Kafka at localhost:9092", "events wait", this::ask, nanos::get);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger().addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(lines);
    }

    @Test
    void anOutageIsSaidOnceWithItsReason() throws InterruptedException {
        isAbsent.set(true);

        check(20);

        assertThat(said())
                .containsExactly("Kafka at localhost:9092 does not answer (no answer within 4 s); events wait");
    }

    @Test
    void anOutageThatLastsIsSaidEveryTenMinutes() throws InterruptedException {
        isAbsent.set(true);

        check(20);
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        check(20);

        assertThat(said()).hasSize(2).last().asString().contains("has not answered for 11 min");
    }

    @Test
    void theEndOfAnOutageIsSaidWithItsLength() throws InterruptedException {
        isAbsent.set(true);
        check(2);
        nanos.addAndGet(Duration.ofSeconds(42).toNanos());
        isAbsent.set(false);

        check(3);

        assertThat(said()).hasSize(2).last().isEqualTo("Kafka at localhost:9092 answers again, after 42 s");
        assertThat(watch.unavailableFor()).isZero();
    }

    @Test
    void oneAnswerThatComesTooLateIsNoOutage() throws InterruptedException {
        isAbsent.set(true);
        check(1);
        assertThat(watch.reason()).isNull();
        isAbsent.set(false);
        check(1);
        isAbsent.set(true);
        check(1);

        assertThat(said()).isEmpty();
    }

    @Test
    void aServerThatAnswersIsNotWorthALine() throws InterruptedException {
        check(3);

        assertThat(said()).isEmpty();
    }

    @Test
    void healthIsDegradedWithTheReasonAndTheTimeWhileItDoesNotAnswer() throws InterruptedException {
        var indicator = new ServerHealthIndicator(watch);
        isAbsent.set(true);
        check(2);
        nanos.addAndGet(Duration.ofSeconds(7).toNanos());

        assertThat(indicator.health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(indicator.health().getDetails())
                .containsEntry("unavailableSeconds", 7L)
                .containsEntry("reason", "no answer within 4 s");

        isAbsent.set(false);
        check(1);
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    private void ask() {
        if (isAbsent.get()) {
            throw new ServerUnavailableException("no answer within 4 s");
        }
    }

    private void check(int times) throws InterruptedException {
        for (var i = 0; i < times; i++) {
            watch.check();
        }
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ServerWatch.class);
    }
}
