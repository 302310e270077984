package org.vedette.feed.entries.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

class TimelineUpdaterTests {

    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00Z");
    private static final long LOADED_AT = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InMemoryEntries entries = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final RecordingSubscriber subscriber = new RecordingSubscriber();
    private final SubscriberQueue queue = new SubscriberQueue(subscriber, entries::all, Clock.systemUTC());
    private final UnreadableEntries unreadable = new UnreadableEntries();
    private final TimelineUpdater updater =
            new TimelineUpdater(entries, timeline, new TimelineSubscribers(List.of(queue)), unreadable);

    @BeforeEach
    void load() {
        entries.loadInto(timeline);
    }

    @Test
    void aChangeIsInTheTimelineAndAppliedToSubscribers() {
        var entry = save(aPost());

        apply(change(101, entry.id(), 1, ChangeKind.PUBLISHED));

        assertThat(timeline.get().find(entry.id())).contains(entry.position());
        assertApplied(new TimelineChange(101, ChangeKind.PUBLISHED, entry, false));
    }

    @Test
    void changesAreAppliedInTheirOrder() {
        var received = new TreeMap<Long, FeedChange>();
        for (var offset = LOADED_AT; offset < LOADED_AT + 250; offset++) {
            received.put(offset, new FeedChange(save(aPost()).id(), 1, ChangeKind.PUBLISHED));
        }

        updater.apply(received, LOADED_AT).block();

        assertThat(applied()).extracting(TimelineChange::offset).containsExactlyElementsOf(received.keySet());
    }

    @Test
    void whatTheTimelineContainsIsNoChangeAnyMore() {
        var entry = save(aPost());
        apply(change(101, entry.id(), 1, ChangeKind.PUBLISHED));
        var next = save(aPost());

        apply(change(102, entry.id(), 1, ChangeKind.PUBLISHED), change(103, next.id(), 1, ChangeKind.PUBLISHED));

        assertApplied(
                new TimelineChange(101, ChangeKind.PUBLISHED, entry, false),
                new TimelineChange(103, ChangeKind.PUBLISHED, next, false));
    }

    @Test
    void anEntryThatIsNewerThanTheChangeSaysIsAChange() {
        var first = save(aPost());
        apply(change(101, first.id(), 1, ChangeKind.PUBLISHED));
        var third = save(aPost().id(first.id()).revision(3));

        apply(change(102, first.id(), 2, ChangeKind.REVISED));
        apply(change(103, first.id(), 3, ChangeKind.REVISED));

        assertApplied(
                new TimelineChange(101, ChangeKind.PUBLISHED, first, false),
                new TimelineChange(102, ChangeKind.REVISED, third, false));
    }

    @Test
    void whatIsWithdrawnByNowIsWithdrawnWhateverTheChangeSays() {
        var withdrawn = new Tombstone(UUID.randomUUID(), 2, "gone", List.of(), null, THEN);
        assertThat(entries.save(withdrawn).block()).isTrue();

        apply(change(101, withdrawn.id(), 1, ChangeKind.PUBLISHED));

        assertApplied(new TimelineChange(101, ChangeKind.WITHDRAWN, withdrawn, false));
    }

    @Test
    void aPostWhoseLabelIsRaisedIsWithdrawnUnderTheAddressThatThePublicKnew() {
        var known = save(aPost().slug("known").formerSlugs("before"));
        apply(change(101, known.id(), 1, ChangeKind.PUBLISHED));
        var raised = save(aPost().id(known.id()).revision(2).slug("secret").marked("AMBER"));

        apply(change(102, known.id(), 2, ChangeKind.REVISED));

        var withdrawn = new Tombstone(known.id(), 2, "known", List.of("before"), null, raised.changedAt());
        assertApplied(
                new TimelineChange(101, ChangeKind.PUBLISHED, known, false),
                new TimelineChange(102, ChangeKind.WITHDRAWN, withdrawn, false));
        assertThat(timeline.get().posts().isEmpty()).isTrue();
    }

    @Test
    void aPostThatThePublicNeverSawIsNoChangeUntilItsLabelIsLowered() {
        var restricted = save(aPost().marked("RED"));
        apply(change(101, restricted.id(), 1, ChangeKind.PUBLISHED));
        var revised = save(aPost().id(restricted.id()).revision(2).marked("GREEN"));
        apply(change(102, revised.id(), 2, ChangeKind.REVISED));
        var lowered = save(aPost().id(restricted.id()).revision(3));

        apply(change(103, lowered.id(), 3, ChangeKind.REVISED));

        assertApplied(new TimelineChange(103, ChangeKind.PUBLISHED, lowered, false));
    }

    @Test
    void aChangeThatDoesNotSayWhatHappenedIsUnderstood() {
        var published = save(aPost());
        var revised = save(aPost().revision(2).publishedAt(THEN).revisedAt(THEN.plusSeconds(1)));

        apply(change(101, published.id(), 1, null), change(102, revised.id(), 2, null));

        assertApplied(
                new TimelineChange(101, ChangeKind.PUBLISHED, published, false),
                new TimelineChange(102, ChangeKind.REVISED, revised, false));
    }

    @Test
    void aPostThatIsRevisedAtOnceIsPublished() {
        var revised = save(aPost().revision(2));

        apply(change(101, revised.id(), 1, ChangeKind.PUBLISHED), change(105, revised.id(), 2, ChangeKind.REVISED));

        assertApplied(new TimelineChange(105, ChangeKind.PUBLISHED, revised, false));
    }

    @Test
    void aChangeOfARestrictedPostThatPrecedesTheLoadHasNoContent() {
        var restricted = save(aPost().marked("RED"));
        load();

        apply(change(99, restricted.id(), 1, ChangeKind.REVISED));

        assertApplied(new TimelineChange(99, ChangeKind.WITHDRAWN, restricted.forPublic(), true));
    }

    @Test
    void changesThatPrecedeTheLoadArePassedOnAsSuch() {
        var early = save(aPost());
        load();
        var late = save(aPost());

        apply(change(98, early.id(), 1, ChangeKind.PUBLISHED), change(99, late.id(), 1, ChangeKind.PUBLISHED));

        assertApplied(
                new TimelineChange(98, ChangeKind.PUBLISHED, early, true),
                new TimelineChange(99, ChangeKind.PUBLISHED, late, false));
    }

    @Test
    void changesThatPrecedeTheLoadAndNewOnesAreInOneOrder() {
        var early = List.of(save(aPost()), save(aPost()));
        load();
        var late = List.of(save(aPost()), save(aPost()));

        apply(
                change(96, late.get(0).id(), 1, ChangeKind.PUBLISHED),
                change(97, early.get(0).id(), 1, ChangeKind.PUBLISHED),
                change(98, early.get(1).id(), 1, ChangeKind.PUBLISHED),
                change(99, late.get(1).id(), 1, ChangeKind.PUBLISHED));

        assertThat(applied()).extracting(TimelineChange::offset).containsExactly(96L, 97L, 98L, 99L);
        assertThat(subscriber.applied)
                .extracting(TimelineChange::precedesLoad)
                .containsExactly(false, true, true, false);
    }

    @Test
    void aPostThatIsNotStoredIsNoChange() {
        var entry = save(aPost());

        apply(
                change(101, UUID.randomUUID(), 1, ChangeKind.PUBLISHED),
                change(102, entry.id(), 1, ChangeKind.PUBLISHED));

        assertApplied(new TimelineChange(102, ChangeKind.PUBLISHED, entry, false));
    }

    @Test
    void whatCannotBeIncludedIsLeftOutAndNothingElseIs() {
        var before = save(aPost());
        var broken = saveOneWhoseAuthorHasNoName();
        var after = save(aPost());

        apply(
                change(101, before.id(), 1, ChangeKind.PUBLISHED),
                change(102, broken, 1, ChangeKind.PUBLISHED),
                change(103, after.id(), 1, ChangeKind.PUBLISHED));

        assertApplied(
                new TimelineChange(101, ChangeKind.PUBLISHED, before, false),
                new TimelineChange(103, ChangeKind.PUBLISHED, after, false));
        assertThat(unreadable.affecting("entries")).containsExactly(broken.toString());
    }

    @Test
    void whileTheStoreIsUnavailableNothingIsApplied() {
        var entry = save(aPost());
        entries.fail();

        var received = new TreeMap<>(Map.of(101L, new FeedChange(entry.id(), 1, ChangeKind.PUBLISHED)));

        StepVerifier.create(updater.apply(received, LOADED_AT)).verifyError(EntriesUnavailableException.class);
        assertThat(timeline.get().find(entry.id())).isEmpty();
    }

    private Entry save(PublicPosts post) {
        var entry = new Entry(post.build(), null, THEN);
        assertThat(entries.save(entry).block()).isTrue();
        return entry;
    }

    /** As the store no longer gives it out, but as it once did. */
    private UUID saveOneWhoseAuthorHasNoName() {
        var nobody = JSON.readValue("{\"name\": null}", Byline.class);
        return save(aPost().by(nobody.name(), null)).id();
    }

    @SafeVarargs
    private void apply(Map.Entry<Long, FeedChange>... received) {
        var changes = new TreeMap<Long, FeedChange>();
        for (var each : received) {
            changes.put(each.getKey(), each.getValue());
        }
        updater.apply(changes, LOADED_AT).block();
    }

    private void assertApplied(TimelineChange... changes) {
        assertThat(applied()).containsExactly(changes);
    }

    /** What the queue has handed to the subscriber. */
    private List<TimelineChange> applied() {
        try {
            queue.run();
        } catch (InterruptedException interrupt) {
            throw new AssertionError(interrupt);
        }
        return subscriber.applied;
    }

    private static Map.Entry<Long, FeedChange> change(long offset, UUID id, long revision, @Nullable ChangeKind kind) {
        return Map.entry(offset, new FeedChange(id, revision, kind));
    }
}
