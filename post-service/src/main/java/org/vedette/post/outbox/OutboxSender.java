package org.vedette.post.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the pending events of one post in order, under a claim, and removes each from the outbox once it is sent. */
final class OutboxSender {

    /** How long after its start a claim begins further sends. */
    private static final Duration SEND_WINDOW = Duration.ofSeconds(3);

    private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(3);

    private final Outbox outbox;
    private final EventPublisher publisher;
    private final Clock clock;
    private final UUID owner;

    /** @param owner identity of this relay among those of all replicas */
    OutboxSender(Outbox outbox, EventPublisher publisher, Clock clock, UUID owner) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.clock = clock;
        this.owner = owner;
    }

    /**
     * Sends the events of a post that no other relay has claimed. A post without events loses its mark.
     *
     * @return the number of events sent
     */
    Mono<Integer> send(UUID postId) {
        return Mono.defer(() -> send(postId, newClaim()));
    }

    /** A claim outlasts every send that begins under it, so that no event overtakes an older one of the same post. */
    private Claim newClaim() {
        var now = clock.instant();
        return new Claim(owner, now, now.plus(timeout()).plus(MAX_CLOCK_SKEW));
    }

    private Duration timeout() {
        return SEND_WINDOW.plus(publisher.sendTimeout());
    }

    /**
     * Releases the claim after a failure too, because nothing is in flight then and any replica may retry; also when the
     * claim failed, because it may have been stored without a response.
     */
    private Mono<Integer> send(UUID postId, Claim claim) {
        var release = outbox.release(postId, claim);
        return outbox.claim(postId, claim)
                .flatMap(events -> sendAll(events, claim).timeout(timeout()))
                .onErrorResume(failure -> release.onErrorComplete().then(Mono.error(failure)))
                .flatMap(sent -> release.thenReturn(sent));
    }

    private Mono<Integer> sendAll(List<PendingEvent> events, Claim claim) {
        var windowEnd = claim.from().plus(SEND_WINDOW);
        return Flux.fromIterable(events)
                .concatMap(event -> isAfter(windowEnd) ? Mono.empty() : sendAndRemove(event))
                .count()
                .map(Math::toIntExact);
    }

    private boolean isAfter(Instant windowEnd) {
        return clock.instant().isAfter(windowEnd);
    }

    private Mono<PendingEvent> sendAndRemove(PendingEvent event) {
        return publisher.publish(event).then(outbox.remove(event)).thenReturn(event);
    }
}
