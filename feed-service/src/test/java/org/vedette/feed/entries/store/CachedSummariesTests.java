package org.vedette.feed.entries.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.UnreadableEntries;
import reactor.test.StepVerifier;

class CachedSummariesTests {

    private final InMemoryEntries store = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline(store);
    private final AtomicReference<String> edition = new AtomicReference<>("entries");
    private final UnreadableEntries unreadable = new UnreadableEntries();
    private final CachedSummaries entries =
            new CachedSummaries(store, timeline, () -> String.valueOf(edition.get()), unreadable, 100);

    @BeforeEach
    void load() {
        timeline.load().block();
    }

    @Test
    void aHeadIsReadOnce() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).containsExactly(entry.toSummary());

        store.goAway();

        assertThat(heads(entry.id())).containsExactly(entry.toSummary());
    }

    @Test
    void aHeadIsReadAnewWhenItsPostWasRevised() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).containsExactly(entry.toSummary());

        var revised = publish(entry(entry.id(), 2));

        assertThat(heads(entry.id())).containsExactly(revised.toSummary());
    }

    @Test
    void aPostThatWasWithdrawnHasNoHeadAnyMore() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).containsExactly(entry.toSummary());

        publish(new Tombstone(entry.id(), 2, entry.slug(), List.of(), null, Instant.EPOCH));

        assertThat(heads(entry.id())).isEmpty();
    }

    @Test
    void aHeadOfAnotherEditionIsReadAnew() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).hasSize(1);
        store.goAway();

        edition.set("entries_1");

        StepVerifier.create(entries.summaries(List.of(entry.id()))).verifyError(EntriesUnavailableException.class);
    }

    @Test
    void aHeadWhoseEntryCannotBeReadAnyMoreIsNotShown() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).hasSize(1);
        store.goAway();

        unreadable.report("entries", entry.id(), new IllegalStateException("damaged"));

        StepVerifier.create(entries.summaries(List.of(entry.id()))).verifyError(EntriesUnavailableException.class);
    }

    @Test
    void onlyWhatIsNotRememberedIsRead() {
        var known = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(known.id())).hasSize(1);
        var other = publish(entry(UUID.randomUUID(), 1));

        assertThat(heads(known.id(), other.id(), UUID.randomUUID()))
                .containsExactlyInAnyOrder(known.toSummary(), other.toSummary());
    }

    @Test
    void whatIsNotRememberedCannotBeHadWhileTheStoreIsAway() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        store.goAway();

        StepVerifier.create(entries.summaries(List.of(entry.id()))).verifyError(EntriesUnavailableException.class);
    }

    private List<EntrySummary> heads(UUID... ids) {
        return entries.summaries(List.of(ids)).collectList().blockOptional().orElseThrow();
    }

    @CanIgnoreReturnValue
    private <T extends ProjectedPost> T publish(T projected) {
        assertThat(store.save(projected).block()).isTrue();
        var unused = timeline.include(List.of(projected));
        return projected;
    }

    private static Entry entry(UUID id, long revision) {
        return new Entry(aPost().id(id).revision(revision).build(), null, Instant.EPOCH);
    }
}
