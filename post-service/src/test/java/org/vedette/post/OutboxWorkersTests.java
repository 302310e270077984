package org.vedette.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;
import org.vedette.post.outbox.Claim;
import org.vedette.post.outbox.FakeEventPublisher;
import org.vedette.post.outbox.InMemoryOutbox;
import org.vedette.post.outbox.Outbox;
import org.vedette.post.outbox.OutboxRelay;
import org.vedette.post.outbox.PendingEvent;
import org.vedette.post.outbox.PendingPost;
import org.vedette.starter.workers.BackgroundWorker;
import org.vedette.starter.workers.WorkersHealthIndicator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The workers of the outbox survive what ends a thread, and report it when it does not pass. */
class OutboxWorkersTests {

    private static final UUID POST = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final PostServiceProperties SETTINGS = new PostServiceProperties(
            URI.create("http://localhost"),
            "posts",
            "en",
            java.time.ZoneOffset.UTC,
            DataSize.ofKilobytes(512),
            Duration.ofMillis(100),
            java.nio.file.Path.of("target"),
            1,
            List.of());

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final FakeEventPublisher publisher = new FakeEventPublisher();
    private final AtomicInteger storeFailures = new AtomicInteger();
    private final AtomicInteger publisherFailures = new AtomicInteger();
    private volatile Error failure = new OutOfMemoryError("of the test");
    private final long begin = System.nanoTime();
    private final PostServiceConfiguration configuration = new PostServiceConfiguration();
    private final OutboxRelay relay =
            new OutboxRelay(new FailingOutbox(), publisher, acceleratedClock(), SETTINGS.sweepEvery(), new UUID(0, 1));
    private final List<BackgroundWorker> workers =
            List.of(configuration.outboxRelayWorker(relay), configuration.outboxSweepWorker(relay, SETTINGS));
    private final WorkersHealthIndicator health = new WorkersHealthIndicator(() -> workers, Duration.ofMillis(500));

    static List<Error> errors() {
        return List.of(new OutOfMemoryError("of the test"), new StackOverflowError("of the test"));
    }

    @AfterEach
    void stop() {
        workers.forEach(BackgroundWorker::stop);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfTheStoreIsSurvived(Error error) {
        storeFailures.set(2);
        failure = error;
        var event = outbox.add(POST, NOW.minusSeconds(60));

        start();

        await().untilAsserted(() -> assertThat(publisher.published()).containsExactly(event));
        assertThat(storeFailures).hasValue(0);
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfTheBrokersClientIsSurvived(Error error) {
        publisher.beforeEach(event -> throwWhile(publisherFailures, error));
        var event = outbox.add(POST, NOW.minusSeconds(60));

        publisherFailures.set(2);
        start();
        relay.wake(POST);

        await().untilAsserted(() -> assertThat(publisher.published()).containsExactly(event));
        assertThat(publisherFailures).hasValue(0);
    }

    @Test
    void livenessIsDownWhenErrorsDoNotEnd() {
        storeFailures.set(Integer.MAX_VALUE);
        outbox.add(POST, NOW.minusSeconds(60));

        start();

        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(health.health().getDetails().get("outbox-sweep")).asString().contains("OutOfMemoryError");
    }

    private void start() {
        workers.forEach(BackgroundWorker::start);
    }

    private static void throwWhile(AtomicInteger failuresLeft, Error error) {
        if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw error;
        }
    }

    /** A hundred times as fast as time, so that the claims of attempts that failed end soon. */
    private Clock acceleratedClock() {
        InstantSource clock = () -> NOW.plusNanos((System.nanoTime() - begin) * 100);
        return clock.withZone(ZoneOffset.UTC);
    }

    private final class FailingOutbox implements Outbox {

        @Override
        public Flux<PendingPost> pending() {
            throwWhile(storeFailures, failure);
            return outbox.pending();
        }

        @Override
        public Mono<List<PendingEvent>> claim(UUID postId, Claim claim) {
            throwWhile(storeFailures, failure);
            return outbox.claim(postId, claim);
        }

        @Override
        public Mono<Void> remove(PendingEvent event) {
            return outbox.remove(event);
        }

        @Override
        public Mono<Void> release(UUID postId, Claim claim) {
            return outbox.release(postId, claim);
        }
    }
}
