package org.vedette.post.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class OutboxRelayTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);
    private static final UUID RELAY = new UUID(0, 1);
    private static final UUID ANOTHER_RELAY = new UUID(0, 2);
    private static final UUID POST = new UUID(1, 1);
    private static final UUID OTHER_POST = new UUID(2, 2);

    private Instant now = NOW;
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final FakeEventPublisher publisher = new FakeEventPublisher();
    private final OutboxRelay relay = relay(outbox);

    @Test
    void aSignalledPostIsRelayedAtOnce() throws Exception {
        var event = outbox.add(POST, NOW);
        relay.wake(POST);

        relay.relaySignalled();

        assertThat(publisher.published()).containsExactly(event);
        assertThat(outbox.events()).isEmpty();
    }

    @Test
    void theEventsOfAPostAreSentInOrder() throws Exception {
        var events = List.of(
                outbox.add(POST, NOW), outbox.add(POST, NOW.plusMillis(1)), outbox.add(POST, NOW.plusMillis(2)));
        relay.wake(POST);

        relay.relaySignalled();

        assertThat(publisher.published()).containsExactlyElementsOf(events);
    }

    @Test
    void aWaitForSignalsCanBeStopped() throws Exception {
        outbox.add(POST, NOW);
        relay.stopWaiting();

        relay.relaySignalled();

        assertThat(publisher.published()).isEmpty();
    }

    @Test
    void aWaitWithoutASignalEnds() {
        assertThatNoException().isThrownBy(relay::relaySignalled);
    }

    @Test
    void aPostWithoutASignalIsFoundByTheSweep() {
        var event = outbox.add(POST, NOW.minusSeconds(60));

        relay.sweep();

        assertThat(publisher.published()).containsExactly(event);
    }

    @Test
    void aSweepSkipsEventsThatWereJustStored() {
        outbox.add(POST, NOW);
        var event = outbox.add(OTHER_POST, NOW.minusSeconds(60));

        relay.sweep();

        assertThat(publisher.published()).containsExactly(event);
    }

    @Test
    void anEventThatCannotBeSentStaysAndIsSentLater() {
        publisher.setAvailable(false);
        var first = outbox.add(POST, NOW.minusSeconds(60));
        var second = outbox.add(POST, NOW.minusSeconds(59));
        relay.sweep();
        assertThat(outbox.events()).containsExactly(first, second);

        publisher.setAvailable(true);
        relay.sweep();

        assertThat(outbox.events()).isEmpty();
        assertThat(publisher.published()).containsExactly(first, second);
    }

    @Test
    void aLaterEventNeverOvertakesOneThatCannotBeSent() {
        publisher.failFor(POST);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(POST, NOW.minusSeconds(59));
        var other = outbox.add(OTHER_POST, NOW.minusSeconds(60));

        relay.sweep();
        relay.sweep();

        assertThat(publisher.published()).containsExactly(other);
    }

    @Test
    void aFailureAndItsRecoveryAreLoggedOnce(CapturedOutput log) {
        publisher.setAvailable(false);
        outbox.add(POST, NOW.minusSeconds(60));
        relay.sweep();
        relay.sweep();
        relay.sweep();
        publisher.setAvailable(true);
        relay.sweep();

        assertThat(log.getOut())
                .containsOnlyOnce("Cannot send the events of post " + POST + "; they stay in its outbox")
                .containsOnlyOnce("Events are sent again");
    }

    @Test
    void anOutboxThatAnotherReplicaEmptiedIsARecovery(CapturedOutput log) {
        publisher.setAvailable(false);
        var event = outbox.add(POST, NOW.minusSeconds(60));
        relay.sweep();
        var claim = new Claim(ANOTHER_RELAY, NOW, NOW.plusSeconds(14));
        claim(POST, claim);
        outbox.remove(event).then(outbox.release(POST, claim)).block(TIMEOUT);

        relay.sweep();

        assertThat(log.getOut()).contains("Events are sent again");
    }

    @Test
    void theMarkOfAnEmptyOutboxIsNoRecovery(CapturedOutput log) {
        publisher.failFor(POST);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(OTHER_POST, NOW.minusSeconds(60));
        stopBeforeTheRelease(OTHER_POST);

        relay.sweep();
        relay.sweep();

        assertThat(log.getOut()).doesNotContain("Events are sent again");
    }

    @Test
    void aFailureOfTheStoreIsReportedToTheWorker() {
        var failing = relay(new UnavailableOutbox());

        assertThatThrownBy(failing::sweep).hasMessage("the store is unavailable");
    }

    @Test
    void theOldestEventIsMeasured() {
        publisher.setAvailable(false);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(OTHER_POST, NOW.minusSeconds(90));

        relay.sweep();

        assertThat(relay.oldestWait()).contains(Duration.ofSeconds(90));
    }

    @Test
    void aPostThatAnotherReplicaClaimedIsSkipped() {
        outbox.add(POST, NOW.minusSeconds(60));
        var other = outbox.add(OTHER_POST, NOW.minusSeconds(60));
        claim(POST, new Claim(ANOTHER_RELAY, NOW, NOW.plusSeconds(1)));

        relay.sweep();

        assertThat(publisher.published()).containsExactly(other);
    }

    @Test
    void theEventsOfAReplicaThatStoppedAreSentOnceItsClaimEnds() {
        var event = outbox.add(POST, NOW.minusSeconds(60));
        claim(POST, new Claim(ANOTHER_RELAY, NOW.minusSeconds(60), NOW));

        relay.sweep();

        assertThat(publisher.published()).containsExactly(event);
    }

    @Test
    void aClaimOutlastsEverySendThatBeganUnderIt() {
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(POST, NOW.minusSeconds(59));
        outbox.add(POST, NOW.minusSeconds(58));
        var ends = new ArrayList<Duration>();
        publisher.beforeEach(event -> {
            var claim = Optional.ofNullable(outbox.claimOf(POST)).orElseThrow();
            var sendEnds = now.plus(FakeEventPublisher.SEND_TIMEOUT);
            ends.add(Duration.between(sendEnds, claim.until()));
            now = now.plusSeconds(2);
        });

        relay.sweep();
        relay.sweep();

        assertThat(publisher.published()).hasSize(3);
        assertThat(ends).hasSize(3).allSatisfy(left -> assertThat(left).isPositive());
    }

    @Test
    void noSendBeginsOnceTheWindowOfItsClaimHasPassed() {
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(POST, NOW.minusSeconds(59));
        outbox.add(POST, NOW.minusSeconds(58));
        publisher.beforeEach(event -> now = now.plusSeconds(2));

        relay.sweep();

        assertThat(publisher.published()).hasSize(2);
        assertThat(outbox.events()).hasSize(1);
    }

    @Test
    void aClaimIsReleasedWhetherTheEventsWereSentOrNot() {
        publisher.failFor(POST);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(OTHER_POST, NOW.minusSeconds(60));

        relay.sweep();

        assertThat(outbox.claimOf(POST)).isNull();
        assertThat(outbox.claimOf(OTHER_POST)).isNull();
    }

    @Test
    void theMarkOfAnEmptyOutboxIsRemoved() {
        outbox.add(POST, NOW.minusSeconds(60));
        stopBeforeTheRelease(POST);
        assertThat(outbox.isMarked(POST)).isTrue();

        relay.sweep();

        assertThat(outbox.isMarked(POST)).isFalse();
        assertThat(publisher.published()).isEmpty();
    }

    @Test
    void marksOfEmptyOutboxesDoNotKeepEventsFromBeingSent() {
        forEachOf(300, (post, at) -> {
            outbox.add(post, at);
            stopBeforeTheRelease(post);
        });
        var event = outbox.add(POST, NOW.minusSeconds(10));

        relay.sweep();
        relay.sweep();

        assertThat(publisher.published()).containsExactly(event);
        forEachOf(300, (post, at) -> assertThat(outbox.isMarked(post)).isFalse());
    }

    @Test
    void theLongestWaitingPostsAreSentFirst() {
        forEachOf(300, outbox::add);
        var oldest = outbox.add(POST, NOW.minusSeconds(3600));

        relay.sweep();

        assertThat(publisher.published()).hasSize(200).startsWith(oldest);
    }

    @Test
    void postsThatAlwaysFailDoNotKeepOthersFromBeingSent() {
        forEachOf(300, (post, at) -> {
            outbox.add(post, at);
            publisher.failFor(post);
        });
        var event = outbox.add(POST, NOW.minusSeconds(10));

        relay.sweep();
        relay.sweep();

        assertThat(publisher.published()).containsExactly(event);
    }

    @Test
    void aPostThatFailedOnceIsLaterSentInItsTurn() {
        publisher.setAvailable(false);
        outbox.add(POST, NOW.minusSeconds(60));
        relay.sweep();
        publisher.setAvailable(true);
        relay.sweep();
        forEachOf(300, outbox::add);
        var oldest = outbox.add(POST, NOW.minusSeconds(3600));

        relay.sweep();

        assertThat(publisher.published()).contains(oldest);
    }

    private OutboxRelay relay(Outbox store) {
        InstantSource clock = () -> now;
        return new OutboxRelay(store, publisher, clock.withZone(ZoneOffset.UTC), SWEEP_INTERVAL, RELAY);
    }

    private static void forEachOf(int posts, BiConsumer<UUID, Instant> action) {
        for (var i = 1; i <= posts; i++) {
            action.accept(new UUID(3, i), NOW.minusSeconds(60));
        }
    }

    /** Leaves what a replica leaves that is killed between the removal of the last event and the release of its claim. */
    private void stopBeforeTheRelease(UUID post) {
        claim(post, new Claim(ANOTHER_RELAY, NOW.minusSeconds(60), NOW.minusSeconds(40)));
        outbox.events().stream()
                .filter(event -> event.postId().equals(post))
                .forEach(event -> outbox.remove(event).block(TIMEOUT));
    }

    private void claim(UUID post, Claim claim) {
        assertThat(outbox.claim(post, claim).blockOptional(TIMEOUT)).isPresent();
    }

    private static final class UnavailableOutbox implements Outbox {

        @Override
        public Flux<PendingPost> pending() {
            return Flux.error(new IllegalStateException("the store is unavailable"));
        }

        @Override
        public Mono<List<PendingEvent>> claim(UUID postId, Claim claim) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> remove(PendingEvent event) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> release(UUID postId, Claim claim) {
            return Mono.empty();
        }
    }
}
