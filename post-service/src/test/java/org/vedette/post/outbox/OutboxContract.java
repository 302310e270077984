package org.vedette.post.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contract of {@link Outbox}, run against each implementation. */
public abstract class OutboxContract {

    protected static final Duration TIMEOUT = Duration.ofSeconds(20);
    protected static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");

    protected final UUID post = Generators.timeBasedEpochGenerator().generate();

    protected abstract Outbox outbox();

    /** Stores an event that happened at the given time, with its post if there is none yet. */
    protected abstract void store(UUID postId, Instant at);

    @Test
    void aPostIsPendingSinceItsOldestEvent() {
        store(post, NOW);
        store(post, NOW.plusSeconds(1));

        assertThat(pending()).contains(new PendingPost(post, NOW));
    }

    @Test
    void theEventsOfAClaimedPostAreInOrder() {
        store(post, NOW);
        store(post, NOW.plusSeconds(1));
        store(post, NOW.plusSeconds(2));

        var events = claim(claimFrom(NOW)).orElseThrow();

        assertThat(events).extracting(PendingEvent::at).containsExactly(NOW, NOW.plusSeconds(1), NOW.plusSeconds(2));
        assertThat(events).extracting(PendingEvent::postId).containsOnly(post);
    }

    @Test
    void aPostWithoutEventsCannotBeClaimed() {
        assertThat(claim(claimFrom(NOW))).isEmpty();
    }

    @Test
    void ofManyConcurrentClaimsOneSucceeds() {
        store(post, NOW);

        var claimed = Flux.range(0, 20)
                .flatMap(relay -> outbox().claim(post, claimFrom(NOW)))
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();

        assertThat(claimed).hasSize(1);
    }

    @Test
    void aClaimExcludesOthersUntilItEnds() {
        store(post, NOW);
        var first = claimFrom(NOW);

        assertThat(claim(first)).isPresent();
        assertThat(claim(claimFrom(first.until().minusMillis(1)))).isEmpty();
        assertThat(claim(claimFrom(first.until()))).isPresent();
    }

    @Test
    void aReleasedPostCanBeClaimedAtOnceAndIsStillPending() {
        store(post, NOW);
        var first = claimFrom(NOW);
        assertThat(claim(first)).isPresent();

        run(outbox().release(post, first));

        assertThat(pending()).contains(new PendingPost(post, NOW));
        assertThat(claim(claimFrom(NOW.plusMillis(1)))).isPresent();
    }

    @Test
    void aReleaseByAnEarlierOwnerHasNoEffect() {
        store(post, NOW);
        var first = claimFrom(NOW);
        var second = claimFrom(first.until());
        assertThat(claim(first)).isPresent();
        assertThat(claim(second)).isPresent();

        run(outbox().release(post, first));

        assertThat(claim(claimFrom(second.from().plusMillis(1)))).isEmpty();
    }

    @Test
    void aPostIsNoLongerPendingWhenItsLastEventIsRemovedAndItIsReleased() {
        store(post, NOW);
        store(post, NOW.plusSeconds(1));
        var claim = claimFrom(NOW);
        var events = claim(claim).orElseThrow();

        run(outbox().remove(events.get(0)));
        assertThat(pending()).contains(new PendingPost(post, NOW.plusSeconds(1)));
        run(outbox().remove(events.get(1)));
        run(outbox().release(post, claim));

        assertThat(pending()).extracting(PendingPost::postId).doesNotContain(post);
        assertThat(claim(claimFrom(NOW))).isEmpty();
    }

    @Test
    void aRemovedEventCanBeRemovedAgain() {
        store(post, NOW);
        store(post, NOW.plusSeconds(1));
        var event = claim(claimFrom(NOW)).orElseThrow().get(0);

        run(outbox().remove(event));
        run(outbox().remove(event));

        assertThat(pending()).contains(new PendingPost(post, NOW.plusSeconds(1)));
    }

    @Test
    void anEventStoredAfterTheLastOneWasRemovedKeepsThePostPending() {
        store(post, NOW);
        var claim = claimFrom(NOW);
        run(outbox().remove(claim(claim).orElseThrow().get(0)));
        store(post, NOW.plusSeconds(1));

        run(outbox().release(post, claim));

        assertThat(pending()).contains(new PendingPost(post, NOW.plusSeconds(1)));
        assertThat(claim(claimFrom(NOW)).orElseThrow()).hasSize(1);
    }

    @Test
    void aRelayThatStopsBeforeItReleasesLeavesAPendingPostWithoutEvents() {
        leaveMarkWithoutEvents(claimFrom(NOW));

        assertThat(pending()).contains(new PendingPost(post, null));
    }

    @Test
    void theMarkOfAnEmptyOutboxIsRemovedByClaimingAndReleasingIt() {
        var stopped = claimFrom(NOW);
        leaveMarkWithoutEvents(stopped);
        var next = claimFrom(stopped.until());

        assertThat(claim(next)).hasValue(List.of());
        run(outbox().release(post, next));

        assertThat(pending()).extracting(PendingPost::postId).doesNotContain(post);
    }

    @Test
    void anEventIsStoredOverTheMarkOfAnEmptyOutbox() {
        var stopped = claimFrom(NOW);
        leaveMarkWithoutEvents(stopped);

        store(post, NOW.plusSeconds(60));

        assertThat(pending()).contains(new PendingPost(post, NOW.plusSeconds(60)));
        assertThat(claim(claimFrom(stopped.until())).orElseThrow()).hasSize(1);
    }

    /** What is left of a relay that is killed between the removal of the last event and the release of its claim. */
    private void leaveMarkWithoutEvents(Claim claim) {
        store(post, NOW);
        run(outbox().remove(claim(claim).orElseThrow().get(0)));
    }

    private Optional<List<PendingEvent>> claim(Claim claim) {
        return outbox().claim(post, claim).blockOptional(TIMEOUT);
    }

    private List<PendingPost> pending() {
        return outbox().pending().collectList().blockOptional(TIMEOUT).orElseThrow();
    }

    protected static Claim claimFrom(Instant from) {
        return new Claim(UUID.randomUUID(), from, from.plusSeconds(10));
    }

    private static void run(Mono<Void> operation) {
        operation.block(TIMEOUT);
    }
}
