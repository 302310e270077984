package org.vedette.post.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class OutboxRelayTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final UUID POST = new UUID(1, 1);
    private static final UUID RELAY = new UUID(0, 1);
    private static final UUID ANOTHER_RELAY = new UUID(0, 2);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(8);
    private static final UUID OTHER_POST = new UUID(2, 2);

    private final AtomicLong secondsPassed = new AtomicLong();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final UnreliableOutbox store = new UnreliableOutbox(outbox);
    private final FakePublisher publisher = new FakePublisher();
    private OutboxRelay relay = relay(NEVER);

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void aSignalledPostIsRelayedAtOnce() {
        relay.start();
        var event = outbox.add(POST, NOW);

        relay.wake(POST);

        await().untilAsserted(() -> assertThat(publisher.published).containsExactly(event));
        await().untilAsserted(() -> assertThat(outbox.events()).isEmpty());
    }

    @Test
    void theEventsOfAPostAreSentInOrder() {
        var events = List.of(
                outbox.add(POST, NOW), outbox.add(POST, NOW.plusMillis(1)), outbox.add(POST, NOW.plusMillis(2)));
        relay.start();

        relay.wake(POST);

        await().untilAsserted(() -> assertThat(outbox.events()).isEmpty());
        assertThat(publisher.published).containsExactlyElementsOf(events);
    }

    @Test
    void aPostWithoutASignalIsFoundByTheSweep() {
        var left = outbox.add(POST, NOW.minusSeconds(60));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(publisher.published).containsExactly(left));
    }

    @Test
    void aSweepSkipsEventsThatWereJustStored() {
        outbox.add(POST, NOW);
        var left = outbox.add(OTHER_POST, NOW.minusSeconds(60));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(store.sweeps).hasValueGreaterThan(3));
        assertThat(publisher.published).containsExactly(left);
    }

    @Test
    void anEventThatCannotBeSentStaysAndIsSentLater() {
        publisher.unavailable.set(true);
        var first = outbox.add(POST, NOW.minusSeconds(60));
        var second = outbox.add(POST, NOW.minusSeconds(59));
        relay = relay(OFTEN);
        relay.start();
        await().untilAsserted(() -> assertThat(publisher.attempts).hasValueGreaterThan(2));
        assertThat(outbox.events()).containsExactly(first, second);

        publisher.unavailable.set(false);

        await().untilAsserted(() -> assertThat(outbox.events()).isEmpty());
        assertThat(publisher.published).containsExactly(first, second);
    }

    @Test
    void aLaterEventNeverOvertakesOneThatCannotBeSent() {
        publisher.failingPosts.add(POST);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(POST, NOW.minusSeconds(59));
        var other = outbox.add(OTHER_POST, NOW.minusSeconds(60));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(publisher.attempts).hasValueGreaterThan(3));
        assertThat(publisher.published).containsExactly(other);
    }

    @Test
    void anUnavailableStoreDoesNotEndTheRelay() {
        store.unavailable.set(true);
        relay = relay(OFTEN);
        relay.start();
        await().untilAsserted(() -> assertThat(store.sweeps).hasValueGreaterThan(2));
        var left = outbox.add(POST, NOW.minusSeconds(60));

        store.unavailable.set(false);

        await().untilAsserted(() -> assertThat(publisher.published).containsExactly(left));
    }

    @Test
    void theRecoveryOfTheStoreIsLoggedWithNothingToSend(CapturedOutput log) {
        store.unavailable.set(true);
        relay = relay(OFTEN);
        relay.start();
        await().untilAsserted(() -> assertThat(log).contains("Cannot read the outboxes"));

        store.unavailable.set(false);

        await().untilAsserted(
                        () -> assertThat(log).contains("The outboxes can be read and their events are sent again"));
    }

    @Test
    void theOldestEventIsMeasured() {
        publisher.unavailable.set(true);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(OTHER_POST, NOW.minusSeconds(90));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(relay.oldestWait()).contains(Duration.ofSeconds(90)));
    }

    @Test
    void aPostThatAnotherReplicaClaimedIsSkipped() {
        outbox.add(POST, NOW.minusSeconds(60));
        var other = outbox.add(OTHER_POST, NOW.minusSeconds(60));
        claim(POST, new Claim(ANOTHER_RELAY, NOW, NOW.plusSeconds(1)));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(store.sweeps).hasValueGreaterThan(3));
        assertThat(publisher.published).containsExactly(other);
    }

    @Test
    void theEventsOfAReplicaThatStoppedAreSentOnceItsClaimEnds() {
        var left = outbox.add(POST, NOW.minusSeconds(60));
        claim(POST, new Claim(ANOTHER_RELAY, NOW.minusSeconds(60), NOW));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(publisher.published).containsExactly(left));
    }

    @Test
    void aClaimOutlastsEverySendThatBeganUnderIt() {
        secondsPassed.set(60);
        outbox.add(POST, NOW);
        outbox.add(POST, NOW.plusMillis(1));
        outbox.add(POST, NOW.plusMillis(2));
        publisher.seconds.set(2);
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(outbox.events()).isEmpty());
        assertThat(publisher.publishedUnder)
                .hasSize(3)
                .allSatisfy(
                        (began, claim) -> assertThat(began.plus(SEND_TIMEOUT)).isBefore(claim.until()));
    }

    @Test
    void aClaimIsReleasedWhetherTheEventsWereSentOrNot() {
        publisher.failingPosts.add(POST);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(OTHER_POST, NOW.minusSeconds(60));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(publisher.attempts).hasValueGreaterThan(3));
        relay.close();
        assertThat(outbox.claimOf(POST)).isNull();
        assertThat(outbox.claimOf(OTHER_POST)).isNull();
    }

    @Test
    void theMarkOfAnEmptyOutboxIsRemoved() {
        outbox.add(POST, NOW.minusSeconds(60));
        stopBeforeTheRelease(POST);
        assertThat(outbox.isMarked(POST)).isTrue();
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(outbox.isMarked(POST)).isFalse());
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void marksOfEmptyOutboxesDoNotKeepEventsFromBeingSent() {
        for (var i = 1; i <= 300; i++) {
            var post = new UUID(3, i);
            outbox.add(post, NOW.minusSeconds(60));
            stopBeforeTheRelease(post);
        }
        var event = outbox.add(POST, NOW.minusSeconds(10));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(publisher.published).containsExactly(event));
        await().untilAsserted(
                        () -> assertThat(outbox.isMarked(new UUID(3, 300))).isFalse());
    }

    @Test
    void theLongestWaitingPostsAreSentFirst() {
        for (var i = 1; i <= 200; i++) {
            outbox.add(new UUID(3, i), NOW.minusSeconds(60));
        }
        var oldest = outbox.add(POST, NOW.minusSeconds(3600));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(publisher.published).isNotEmpty());
        assertThat(publisher.published.get(0)).isEqualTo(oldest);
    }

    @Test
    void postsThatAlwaysFailDoNotKeepOthersFromBeingSent() {
        for (var i = 1; i <= 300; i++) {
            outbox.add(new UUID(3, i), NOW.minusSeconds(3600));
            publisher.failingPosts.add(new UUID(3, i));
        }
        var event = outbox.add(POST, NOW.minusSeconds(10));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(publisher.published).containsExactly(event));
    }

    /** Leaves what a replica leaves that is killed between the removal of the last event and the release of its claim. */
    private void stopBeforeTheRelease(UUID post) {
        claim(post, new Claim(ANOTHER_RELAY, NOW.minusSeconds(60), NOW.minusSeconds(40)));
        outbox.events().stream()
                .filter(event -> event.postId().equals(post))
                .forEach(event -> outbox.remove(event).block(Duration.ofSeconds(5)));
    }

    private void claim(UUID post, Claim claim) {
        assertThat(outbox.claim(post, claim).blockOptional(Duration.ofSeconds(5)))
                .isPresent();
    }

    private OutboxRelay relay(Duration sweepEvery) {
        InstantSource clock = this::now;
        return new OutboxRelay(store, publisher, clock.withZone(ZoneOffset.UTC), sweepEvery, RELAY);
    }

    private Instant now() {
        return NOW.plusSeconds(secondsPassed.get());
    }

    private static final class UnreliableOutbox implements Outbox {

        private final InMemoryOutbox outbox;
        private final AtomicInteger sweeps = new AtomicInteger();
        private final AtomicBoolean unavailable = new AtomicBoolean();

        private UnreliableOutbox(InMemoryOutbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public Flux<PendingPost> pending() {
            return Flux.defer(() -> {
                sweeps.incrementAndGet();
                return unavailable.get() ? Flux.error(new IllegalStateException("no store")) : outbox.pending();
            });
        }

        @Override
        public Mono<List<PendingEvent>> claim(UUID postId, Claim claim) {
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

    private final class FakePublisher implements EventPublisher {

        private final List<PendingEvent> published = new CopyOnWriteArrayList<>();
        private final List<UUID> failingPosts = new CopyOnWriteArrayList<>();
        private final AtomicBoolean unavailable = new AtomicBoolean();
        private final AtomicInteger attempts = new AtomicInteger();
        private final Map<Instant, Claim> publishedUnder = new ConcurrentHashMap<>();
        private final AtomicInteger seconds = new AtomicInteger();

        @Override
        public Duration sendTimeout() {
            return SEND_TIMEOUT;
        }

        @Override
        public Mono<Void> publish(PendingEvent event) {
            return Mono.fromRunnable(() -> {
                attempts.incrementAndGet();
                if (unavailable.get() || failingPosts.contains(event.postId())) {
                    throw new IllegalStateException("no broker");
                }
                published.add(event);
                Optional.ofNullable(outbox.claimOf(event.postId()))
                        .ifPresent(claim -> publishedUnder.put(now(), claim));
                secondsPassed.addAndGet(seconds.get());
            });
        }
    }
}
