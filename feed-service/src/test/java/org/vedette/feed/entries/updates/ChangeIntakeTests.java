package org.vedette.feed.entries.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.events.Byline;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.testsupport.events.PublicPosts;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class ChangeIntakeTests {

    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00Z");
    private static final long START = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InMemoryEntries entries = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline(entries);
    private final RecordingFollower follower = new RecordingFollower();
    private final TimelineSubscribers followers = new TimelineSubscribers(List.of(follower), entries::everything);
    private final UnreadableEntries unreadable = new UnreadableEntries();
    private final ChangeIntake intake = new ChangeIntake(entries, timeline, followers, unreadable);

    @BeforeEach
    void load() {
        timeline.load().block();
    }

    @AfterEach
    void close() {
        followers.close();
    }

    @Test
    void aChangeIsInTheTimelineAndToldToFollowers() {
        var entry = keep(aPost());

        takeOver(heard(101, entry.id(), 1, ChangeKind.PUBLISHED));

        assertThat(timeline.get().find(entry.id())).contains(entry.position());
        awaitFollowed(new TimelineChange(101, ChangeKind.PUBLISHED, entry));
    }

    @Test
    void changesAreToldInTheirOrder() {
        var kept = Stream.generate(() -> keep(aPost())).limit(250).toList();
        var heard = LongStream.range(0, 250)
                .mapToObj(n -> heard(START + n, kept.get((int) n).id(), 1, ChangeKind.PUBLISHED))
                .toList();

        intake.takeOver(heard, START).block();

        await().untilAsserted(() -> assertThat(follower.followed)
                .extracting(TimelineChange::offset)
                .containsExactlyElementsOf(
                        LongStream.range(START, START + 250).boxed().toList()));
    }

    @Test
    void whatTheTimelineHasIsNoChangeAnyMore() {
        var entry = keep(aPost());
        takeOver(heard(101, entry.id(), 1, ChangeKind.PUBLISHED));
        var next = keep(aPost());

        takeOver(heard(102, entry.id(), 1, ChangeKind.PUBLISHED), heard(103, next.id(), 1, ChangeKind.PUBLISHED));

        awaitFollowed(
                new TimelineChange(101, ChangeKind.PUBLISHED, entry),
                new TimelineChange(103, ChangeKind.PUBLISHED, next));
    }

    @Test
    void anEntryThatIsFurtherThanTheNewsIsAChange() {
        var first = keep(aPost());
        takeOver(heard(101, first.id(), 1, ChangeKind.PUBLISHED));
        var third = keep(aPost().id(first.id()).revision(3));

        takeOver(heard(102, first.id(), 2, ChangeKind.REVISED));
        takeOver(heard(103, first.id(), 3, ChangeKind.REVISED));

        awaitFollowed(
                new TimelineChange(101, ChangeKind.PUBLISHED, first),
                new TimelineChange(102, ChangeKind.REVISED, third));
    }

    @Test
    void whatIsGoneByNowIsWithdrawnWhateverTheNewsSays() {
        var gone = new Tombstone(UUID.randomUUID(), 2, "gone", List.of(), null, THEN);
        assertThat(entries.save(gone).block()).isTrue();

        takeOver(heard(101, gone.id(), 1, ChangeKind.PUBLISHED));

        awaitFollowed(new TimelineChange(101, ChangeKind.WITHDRAWN, gone));
    }

    @Test
    void newsThatDoesNotSayWhatHappenedIsUnderstood() {
        var published = keep(aPost());
        var revised = keep(aPost().revision(2).publishedAt(THEN).revisedAt(THEN.plusSeconds(1)));

        takeOver(heard(101, published.id(), 1, null), heard(102, revised.id(), 2, null));

        awaitFollowed(
                new TimelineChange(101, ChangeKind.PUBLISHED, published),
                new TimelineChange(102, ChangeKind.REVISED, revised));
    }

    @Test
    void aPostThatIsRevisedAtOnceIsToldAsNew() {
        var revised = keep(aPost().revision(2));

        takeOver(heard(101, revised.id(), 1, ChangeKind.PUBLISHED), heard(105, revised.id(), 2, ChangeKind.REVISED));

        awaitFollowed(new TimelineChange(105, ChangeKind.PUBLISHED, revised));
    }

    @Test
    void whatWasAnnouncedBeforeTheStartIsRecalledAndNotFollowed() {
        var early = keep(aPost());
        load();
        var late = keep(aPost());

        takeOver(heard(98, early.id(), 1, ChangeKind.PUBLISHED), heard(99, late.id(), 1, ChangeKind.PUBLISHED));

        awaitFollowed(new TimelineChange(99, ChangeKind.PUBLISHED, late));
        assertThat(follower.recalled).containsExactly(new TimelineChange(98, ChangeKind.PUBLISHED, early));
    }

    @Test
    void whatIsRecalledAndWhatIsFollowedComeByTheirPlacesAndNoneOvertakesAnother() {
        var early = List.of(keep(aPost()), keep(aPost()));
        load();
        var late = List.of(keep(aPost()), keep(aPost()));

        takeOver(
                heard(96, late.get(0).id(), 1, ChangeKind.PUBLISHED),
                heard(97, early.get(0).id(), 1, ChangeKind.PUBLISHED),
                heard(98, early.get(1).id(), 1, ChangeKind.PUBLISHED),
                heard(99, late.get(1).id(), 1, ChangeKind.PUBLISHED));

        await().untilAsserted(() -> assertThat(follower.followedOrRecalled)
                .extracting(TimelineChange::offset)
                .containsExactly(96L, 97L, 98L, 99L));
        assertThat(follower.followed).extracting(TimelineChange::offset).containsExactly(96L, 99L);
    }

    @Test
    void newsOfAPostNobodyKeptIsNoChange() {
        var entry = keep(aPost());

        takeOver(
                heard(101, UUID.randomUUID(), 1, ChangeKind.PUBLISHED),
                heard(102, entry.id(), 1, ChangeKind.PUBLISHED));

        awaitFollowed(new TimelineChange(102, ChangeKind.PUBLISHED, entry));
    }

    @Test
    void whatCannotBeTakenOverIsLeftOutAndNothingElseIs() {
        var before = keep(aPost());
        var broken = keepOneWhoseAuthorHasNoName();
        var after = keep(aPost());

        takeOver(
                heard(101, before.id(), 1, ChangeKind.PUBLISHED),
                heard(102, broken, 1, ChangeKind.PUBLISHED),
                heard(103, after.id(), 1, ChangeKind.PUBLISHED));

        awaitFollowed(
                new TimelineChange(101, ChangeKind.PUBLISHED, before),
                new TimelineChange(103, ChangeKind.PUBLISHED, after));
        assertThat(unreadable.affecting("entries")).containsExactly(broken.toString());
    }

    @Test
    void whileTheStoreIsAwayNothingIsTakenOver() {
        var entry = keep(aPost());
        entries.goAway();

        var takingOver = intake.takeOver(List.of(heard(101, entry.id(), 1, ChangeKind.PUBLISHED)), START);

        StepVerifier.create(takingOver).verifyError(EntriesUnavailableException.class);
        assertThat(timeline.get().find(entry.id())).isEmpty();
    }

    private Entry keep(PublicPosts post) {
        var entry = new Entry(post.build(), null, THEN);
        assertThat(entries.save(entry).block()).isTrue();
        return entry;
    }

    /** As the store no longer gives it out, but as it once did. */
    private UUID keepOneWhoseAuthorHasNoName() {
        var nobody = JSON.readValue("{\"name\": null}", Byline.class);
        return keep(aPost().by(nobody.name(), null)).id();
    }

    private void takeOver(Announcement... heard) {
        intake.takeOver(List.of(heard), START).block();
    }

    private void awaitFollowed(TimelineChange... changes) {
        await().untilAsserted(() -> assertThat(follower.followed).containsExactly(changes));
    }

    private static Announcement heard(long place, UUID id, long revision, @Nullable ChangeKind kind) {
        return new Announcement(place, THEN, new FeedChange(id, revision, kind));
    }
}
