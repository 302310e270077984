package org.vedette.feed.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.projection.InMemoryProjectionVersions;
import reactor.test.StepVerifier;

class ServedEntriesTests {

    private final InMemoryProjectionVersions versions = new InMemoryProjectionVersions();
    private final InMemoryEntries store = versions.entries("entries");
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final UnreadableEntries unreadable = new UnreadableEntries();
    private final ServedEntries entries = new ServedEntries(versions, timeline, unreadable, 100);

    @BeforeEach
    void load() {
        store.loadInto(timeline);
    }

    @Test
    void theEntriesOfTheServedVersionAreFound() {
        var old = publish(entry(UUID.randomUUID(), 1));
        var rebuilt = entry(UUID.randomUUID(), 1);
        assertThat(versions.entries("entries_1").save(rebuilt).block()).isTrue();
        assertThat(entries.find(List.of(old.id())).blockFirst()).isEqualTo(old);

        assertThat(timeline.replace(timeline.get(), "entries_1", timeline.get()))
                .isTrue();

        assertThat(entries.find(List.of(old.id(), rebuilt.id())).collectList().block())
                .containsExactly(rebuilt);
        assertThat(entries.positions().collectList().block()).containsExactly(rebuilt.position());
    }

    @Test
    void nothingCanBeReadBeforeTheTimelineIsLoaded() {
        var early = new ServedEntries(versions, new CurrentTimeline(), unreadable, 100);

        StepVerifier.create(early.find(List.of(UUID.randomUUID()))).verifyError(EntriesUnavailableException.class);
    }

    @Test
    void allPostsAreThoseOfTheTimeline() {
        var known = IntStream.range(0, 250)
                .mapToObj(number -> publish(entry(UUID.randomUUID(), 1)))
                .toList();
        assertThat(store.save(entry(UUID.randomUUID(), 1)).block()).isTrue();

        assertThat(entries.all(timeline.get()).collectList().block()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void aSummaryIsReadOnce() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(summaries(entry.id())).containsExactly(entry.toSummary());

        store.fail();

        assertThat(summaries(entry.id())).containsExactly(entry.toSummary());
    }

    @Test
    void aSummaryIsReadAgainWhenItsPostWasRevised() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(summaries(entry.id())).containsExactly(entry.toSummary());

        var revised = publish(entry(entry.id(), 2));

        assertThat(summaries(entry.id())).containsExactly(revised.toSummary());
    }

    @Test
    void aPostThatWasWithdrawnHasNoSummaryAnyMore() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(summaries(entry.id())).containsExactly(entry.toSummary());

        publish(new Tombstone(entry.id(), 2, entry.slug(), List.of(), null, Instant.EPOCH));

        assertThat(summaries(entry.id())).isEmpty();
    }

    @Test
    void aPostWhoseLabelWasRaisedIsHiddenBeforeTheTimelineKnows() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        var raised = aPost().id(entry.id()).slug("raised").revision(2).marked("AMBER");
        assertThat(store.save(new Entry(raised.build(), "Do not tell.", Instant.EPOCH))
                        .block())
                .isTrue();

        var found = entries.get(List.of(entry.id())).collectList().block();

        assertThat(found)
                .isEqualTo(entries.find(List.of(entry.id())).collectList().block())
                .containsExactly(new Tombstone(entry.id(), 2, "raised", List.of(), null, Instant.EPOCH, Tlp.AMBER));
        assertThat(summaries(entry.id())).isEmpty();
    }

    @Test
    void aSummaryOfAnotherVersionIsReadAgain() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(summaries(entry.id())).hasSize(1);
        versions.entries("entries_1").fail();

        assertThat(timeline.replace(timeline.get(), "entries_1", timeline.get()))
                .isTrue();

        StepVerifier.create(entries.summaries(List.of(entry.id()))).verifyError(EntriesUnavailableException.class);
    }

    @Test
    void aSummaryWhoseEntryHasBecomeUnreadableIsNotShown() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(summaries(entry.id())).hasSize(1);
        store.fail();

        unreadable.report("entries", entry.id(), new IllegalStateException("damaged"));

        StepVerifier.create(entries.summaries(List.of(entry.id()))).verifyError(EntriesUnavailableException.class);
    }

    @Test
    void onlySummariesThatAreNotCachedAreRead() {
        var known = publish(entry(UUID.randomUUID(), 1));
        assertThat(summaries(known.id())).hasSize(1);
        var other = publish(entry(UUID.randomUUID(), 1));

        assertThat(summaries(known.id(), other.id())).containsExactlyInAnyOrder(known.toSummary(), other.toSummary());
    }

    @Test
    void whatIsNotCachedCannotBeReadWhileTheStoreIsUnavailable() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        store.fail();

        StepVerifier.create(entries.summaries(List.of(entry.id()))).verifyError(EntriesUnavailableException.class);
    }

    private List<EntrySummary> summaries(UUID... ids) {
        return entries.summaries(List.of(ids)).collectList().blockOptional().orElseThrow();
    }

    @CanIgnoreReturnValue
    private <T extends ProjectedPost> T publish(T post) {
        assertThat(store.save(post).block()).isTrue();
        timeline.include(List.of(post));
        return post;
    }

    private static Entry entry(UUID id, long revision) {
        return new Entry(aPost().id(id).revision(revision).build(), null, Instant.EPOCH);
    }
}
