package org.vedette.post.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OutboxSenderTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final UUID POST = new UUID(1, 1);

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final FakeEventPublisher publisher = new FakeEventPublisher();

    @Test
    void theNumberOfSentEventsIsReported() {
        outbox.add(POST, NOW);
        outbox.add(POST, NOW.plusMillis(1));

        StepVerifier.create(sender(outbox, publisher).send(POST))
                .expectNext(2)
                .expectComplete()
                .verify(TIMEOUT);
    }

    @Test
    void aPostThatCannotBeClaimedSendsNothing() {
        StepVerifier.create(sender(outbox, publisher).send(POST))
                .expectComplete()
                .verify(TIMEOUT);
    }

    @Test
    void aSendWithoutAnEndTimesOutOnceNothingCanBeInFlight() {
        outbox.add(POST, NOW);

        StepVerifier.withVirtualTime(() -> sender(outbox, new SilentPublisher()).send(POST))
                .expectSubscription()
                .expectNoEvent(FakeEventPublisher.SEND_TIMEOUT.plusSeconds(3).minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .expectError(TimeoutException.class)
                .verify(TIMEOUT);

        assertThat(outbox.claimOf(POST)).isNull();
        assertThat(outbox.events()).hasSize(1);
    }

    @Test
    void aClaimWhoseResponseWasLostIsReleased() {
        outbox.add(POST, NOW);
        var store = new FailingOutbox();
        store.claimFails = true;

        StepVerifier.create(sender(store, publisher).send(POST))
                .expectErrorMessage("the response was lost")
                .verify(TIMEOUT);

        assertThat(outbox.claimOf(POST)).isNull();
    }

    @Test
    void aReleaseThatFailsDoesNotHideTheFailureOfTheSend() {
        outbox.add(POST, NOW);
        publisher.setAvailable(false);
        var store = new FailingOutbox();
        store.releaseFails = true;

        StepVerifier.create(sender(store, publisher).send(POST))
                .expectErrorMessage("the broker is unavailable")
                .verify(TIMEOUT);
    }

    private static OutboxSender sender(Outbox store, EventPublisher events) {
        return new OutboxSender(store, events, Clock.fixed(NOW, ZoneOffset.UTC), new UUID(0, 1));
    }

    private static final class SilentPublisher implements EventPublisher {

        @Override
        public Mono<Void> publish(PendingEvent event) {
            return Mono.never();
        }

        @Override
        public Duration sendTimeout() {
            return FakeEventPublisher.SEND_TIMEOUT;
        }
    }

    private final class FailingOutbox implements Outbox {

        private boolean claimFails;
        private boolean releaseFails;

        @Override
        public Flux<PendingPost> pending() {
            return outbox.pending();
        }

        @Override
        public Mono<List<PendingEvent>> claim(UUID postId, Claim claim) {
            var claimed = outbox.claim(postId, claim);
            return claimFails
                    ? claimed.flatMap(events -> Mono.error(new IllegalStateException("the response was lost")))
                    : claimed;
        }

        @Override
        public Mono<Void> remove(PendingEvent event) {
            return outbox.remove(event);
        }

        @Override
        public Mono<Void> release(UUID postId, Claim claim) {
            return releaseFails
                    ? Mono.error(new IllegalStateException("the claim cannot be released"))
                    : outbox.release(postId, claim);
        }
    }
}
