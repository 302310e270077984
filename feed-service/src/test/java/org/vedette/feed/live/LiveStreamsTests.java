package org.vedette.feed.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.updates.TimelineChange;
import org.vedette.feed.serving.RequestRejectedException;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class LiveStreamsTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final InMemoryEntries entries = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final LiveStreams streams = new LiveStreams(new Words(), timeline, 3);

    @Test
    void aClientReceivesTheEventsThatFollow() {
        apply(1);

        StepVerifier.create(listen(null))
                .expectNext("welcome to 1")
                .then(() -> apply(2))
                .expectNext("PUBLISHED 2")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatResumesReceivesWhatItMissedAndThenTheRest() {
        apply(1, 2, 3);

        StepVerifier.create(listen(1L))
                .expectNext("welcome", "PUBLISHED 2", "PUBLISHED 3")
                .then(() -> apply(4))
                .expectNext("PUBLISHED 4")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatResumesAtAnotherInstanceReceivesItsRecentEvents() {
        applyPrecedingLoad(1, 2);
        apply(2, 3);

        StepVerifier.create(listen(1L))
                .expectNext("welcome", "PUBLISHED 2", "PUBLISHED 3")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatResumesReceivesEarlierEventsThatWereAddedLate() {
        apply(1, 3);
        applyPrecedingLoad(2);

        StepVerifier.create(listen(1L))
                .expectNext("welcome", "PUBLISHED 2", "PUBLISHED 3")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientWhoseLastEventIsTooOldIsToldToReadAgain() {
        apply(LongStream.rangeClosed(1, 1_001).toArray());

        StepVerifier.create(listen(1L))
                .expectNext("welcome", "missed before 1001")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientWithAnUnknownLastEventIsToldToReadAgain() {
        apply(1);

        StepVerifier.create(listen(99L))
                .expectNext("welcome", "missed before 1")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatReadsTooSlowlyIsDisconnectedAfterItsBufferedEvents() {
        StepVerifier.create(listen(null), 1)
                .expectNext("welcome to -1")
                .then(() -> apply(LongStream.rangeClosed(1, 66).toArray()))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(64)
                .expectComplete()
                .verify(TIMEOUT);
        assertThat(streams.size()).isZero();
    }

    @Test
    void aClientThatDisconnectsFreesItsStream() {
        StepVerifier.create(listen(null).take(1)).expectNextCount(1).verifyComplete();

        assertThat(streams.size()).isZero();
    }

    @Test
    void aClientBeyondTheMaximumIsRejected() {
        var listeners = IntStream.range(0, 3)
                .mapToObj(n -> listen(null).subscribe(event -> {}))
                .toList();

        StepVerifier.create(listen(null)).verifyError(RequestRejectedException.class);

        listeners.forEach(reactor.core.Disposable::dispose);
    }

    @Test
    void everyStreamEndsWhenTheInstanceStops() {
        StepVerifier.create(listen(null))
                .expectNext("welcome to -1")
                .then(streams::close)
                .expectComplete()
                .verify(TIMEOUT);
        StepVerifier.create(listen(null)).verifyError(RequestRejectedException.class);
    }

    @Test
    void streamsAreOpenedAgainAfterTheInstanceWasStartedAgain() {
        streams.close();

        streams.start();

        StepVerifier.create(listen(null)).expectNextCount(1).thenCancel().verify(TIMEOUT);
    }

    @Test
    void aPostThatIsWithdrawnByNowIsSentAsWithdrawn() {
        var withdrawn = new Tombstone(UUID.randomUUID(), 2, "gone", List.of(), null, Instant.EPOCH);

        StepVerifier.create(listen(null))
                .expectNext("welcome to -1")
                .then(() -> streams.apply(List.of(new TimelineChange(7, ChangeKind.PUBLISHED, withdrawn, false)))
                        .block())
                .expectNext("WITHDRAWN 7")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatResumesDoesNotReceiveTheTextOfAWithdrawnPost() {
        var post = aPost().build();
        var withdrawn = new Tombstone(post.id(), 2, post.slug(), List.of(), null, Instant.EPOCH);
        apply(1);
        apply(new TimelineChange(2, ChangeKind.PUBLISHED, new Entry(post, null, Instant.EPOCH), false));

        apply(new TimelineChange(3, ChangeKind.WITHDRAWN, withdrawn, false));

        StepVerifier.create(listen(1L))
                .expectNext("welcome", "WITHDRAWN 3")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatResumesIsToldToReadAgainWhereAPostIsRestrictedByNow() {
        var restricted = new Entry(aPost().marked("RED").build(), null, Instant.EPOCH);
        apply(1);

        apply(new TimelineChange(2, ChangeKind.REVISED, restricted.forPublic(), true));

        StepVerifier.create(listen(1L))
                .expectNext("welcome", "missed before 2")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void everyClientIsToldToReadAgainWhenChangesWereMissed() {
        load();
        apply(1, 2);

        StepVerifier.create(listen(null))
                .expectNext("welcome to 2")
                .then(() -> streams.rebuild(Flux.empty()).block())
                .expectNext("missed before 2")
                .thenCancel()
                .verify(TIMEOUT);
        StepVerifier.create(listen(1L))
                .expectNext("welcome", "missed before -1")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aCutoverBeforeTheFirstEventTellsEveryClientToReadAgain() {
        publish(NOON);
        load();

        StepVerifier.create(listen(null))
                .expectNext("welcome to -2")
                .then(() -> publish(NOON.plusSeconds(1)))
                .then(() -> streams.rebuild(Flux.empty()).block())
                .expectNext("missed before -3")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatCameBeforeTheTimelineWasLoadedIsToldToReadAgain() {
        StepVerifier.create(listen(null))
                .expectNext("welcome to -1")
                .then(() -> publish(NOON))
                .then(this::load)
                .expectNext("missed before -2")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatCameAfterTheTimelineWasLoadedIsToldNothingAtTheStart() {
        publish(NOON);

        StepVerifier.create(listen(null))
                .expectNext("welcome to -2")
                .then(this::load)
                .then(() -> apply(7))
                .expectNext("PUBLISHED 7")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void eventsThatPrecedeTheLoadSurviveTheFirstRebuild() {
        applyPrecedingLoad(1, 2);

        streams.rebuild(Flux.empty()).block();

        StepVerifier.create(listen(1L))
                .expectNext("welcome", "PUBLISHED 2")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatDoesNotKnowTheNewestPostIsToldToReadAgainAndGetsNoIdBefore() {
        apply(1);
        publish(NOON);

        StepVerifier.create(listen(null, NOON.minusMillis(1)))
                .expectNext("welcome", "missed before 1")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatKnowsTheNewestPostReceivesOnlyWhatFollows() {
        apply(1);
        publish(NOON);

        StepVerifier.create(listen(null, NOON))
                .expectNext("welcome to 1")
                .then(() -> apply(2))
                .expectNext("PUBLISHED 2")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatKnowsAWithdrawnPostMissesNothing() {
        StepVerifier.create(listen(null, NOON))
                .expectNext("welcome to -1")
                .then(() -> apply(1))
                .expectNext("PUBLISHED 1")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatResumesReceivesWhatItMissedWhateverItKnewAtFirst() {
        apply(1, 2);
        publish(NOON);

        StepVerifier.create(listen(1L, NOON.minusMillis(1)))
                .expectNext("welcome", "PUBLISHED 2")
                .then(() -> apply(3))
                .expectNext("PUBLISHED 3")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientWithTheIdOfAStateMissesNothingThatHappenedWhileItWasDisconnected() {
        publish(NOON);
        StepVerifier.create(listen(null))
                .expectNext("welcome to -2")
                .thenCancel()
                .verify(TIMEOUT);
        publish(NOON.plusSeconds(1));

        apply(7);

        StepVerifier.create(listen(-2L))
                .expectNext("welcome", "missed before 7")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientWithTheIdOfAnotherStateIsToldToReadAgainByAnInstanceWithoutEvents() {
        publish(NOON);
        publish(NOON.plusSeconds(1));

        StepVerifier.create(listen(-2L))
                .expectNext("welcome", "missed before -3")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientWithTheIdOfTheCurrentStateIsNotToldToReadAgain() {
        publish(NOON);

        StepVerifier.create(listen(-2L))
                .expectNext("welcome")
                .then(() -> apply(7))
                .expectNext("PUBLISHED 7")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void aClientThatConnectedBetweenAChangeAndItsEventIsToldToReadAgain() {
        publish(NOON);
        apply(7);

        StepVerifier.create(listen(-2L))
                .expectNext("welcome", "missed before 7")
                .thenCancel()
                .verify(TIMEOUT);
    }

    /** The rebuild that the load of the timeline requests. */
    private void load() {
        streams.rebuild(Flux.empty()).block();
    }

    private void publish(Instant publishedAt) {
        var entry = new Entry(aPost().publishedAt(publishedAt).build(), null, publishedAt);
        assertThat(entries.save(entry).block()).isTrue();
        entries.loadInto(timeline);
    }

    private void apply(TimelineChange change) {
        streams.apply(List.of(change)).block();
    }

    private Flux<String> listen(@Nullable Long lastOffset) {
        return listen(lastOffset, null);
    }

    private Flux<String> listen(@Nullable Long lastOffset, @Nullable Instant newestPost) {
        return streams.open(lastOffset, newestPost).map(event -> new String(event, UTF_8));
    }

    private void apply(long... offsets) {
        streams.apply(changes(false, offsets)).block();
    }

    private void applyPrecedingLoad(long... offsets) {
        streams.apply(changes(true, offsets)).block();
    }

    private static List<TimelineChange> changes(boolean precedesLoad, long... offsets) {
        return LongStream.of(offsets)
                .mapToObj(offset -> new TimelineChange(
                        offset, ChangeKind.PUBLISHED, new Entry(aPost().build(), null, Instant.EPOCH), precedesLoad))
                .toList();
    }

    /** Says in words what would be sent. */
    private static final class Words implements SseWriter {

        @Override
        public byte[] change(TimelineChange change) {
            return (change.kind() + " " + change.offset()).getBytes(UTF_8);
        }

        @Override
        public byte[] welcome(OptionalLong latest) {
            return (latest.isPresent() ? "welcome to " + latest.getAsLong() : "welcome").getBytes(UTF_8);
        }

        @Override
        public byte[] resync(long offset) {
            return ("missed before " + offset).getBytes(UTF_8);
        }

        @Override
        public byte[] heartbeat() {
            return "beat".getBytes(UTF_8);
        }
    }
}
