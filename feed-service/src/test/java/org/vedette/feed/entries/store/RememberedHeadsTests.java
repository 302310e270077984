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
import org.vedette.feed.entries.EntriesUnavailable;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntryHead;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.entries.Projected;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.UnreadableEntries;
import reactor.test.StepVerifier;

class RememberedHeadsTests {

    private final InMemoryEntries store = new InMemoryEntries();
    private final LiveTimeline timeline = new LiveTimeline(store);
    private final AtomicReference<String> edition = new AtomicReference<>("entries");
    private final UnreadableEntries unreadable = new UnreadableEntries();
    private final RememberedHeads entries =
            new RememberedHeads(store, timeline, () -> String.valueOf(edition.get()), unreadable, 100);

    @BeforeEach
    void load() {
        timeline.load().block();
    }

    @Test
    void aHeadIsReadOnce() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).containsExactly(entry.head());

        store.goAway();

        assertThat(heads(entry.id())).containsExactly(entry.head());
    }

    @Test
    void aHeadIsReadAnewWhenItsPostWasRevised() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).containsExactly(entry.head());

        var revised = publish(entry(entry.id(), 2));

        assertThat(heads(entry.id())).containsExactly(revised.head());
    }

    @Test
    void aPostThatWasWithdrawnHasNoHeadAnyMore() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).containsExactly(entry.head());

        publish(new Tombstone(entry.id(), 2, entry.slug(), List.of(), null, Instant.EPOCH));

        assertThat(heads(entry.id())).isEmpty();
    }

    @Test
    void aHeadOfAnotherEditionIsReadAnew() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).hasSize(1);
        store.goAway();

        edition.set("entries_1");

        StepVerifier.create(entries.heads(List.of(entry.id()))).verifyError(EntriesUnavailable.class);
    }

    @Test
    void aHeadWhoseEntryCannotBeReadAnyMoreIsNotShown() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(entry.id())).hasSize(1);
        store.goAway();

        unreadable.leftOut("entries", entry.id(), new IllegalStateException("damaged"));

        StepVerifier.create(entries.heads(List.of(entry.id()))).verifyError(EntriesUnavailable.class);
    }

    @Test
    void onlyWhatIsNotRememberedIsRead() {
        var known = publish(entry(UUID.randomUUID(), 1));
        assertThat(heads(known.id())).hasSize(1);
        var other = publish(entry(UUID.randomUUID(), 1));

        assertThat(heads(known.id(), other.id(), UUID.randomUUID()))
                .containsExactlyInAnyOrder(known.head(), other.head());
    }

    @Test
    void whatIsNotRememberedCannotBeHadWhileTheStoreIsAway() {
        var entry = publish(entry(UUID.randomUUID(), 1));
        store.goAway();

        StepVerifier.create(entries.heads(List.of(entry.id()))).verifyError(EntriesUnavailable.class);
    }

    private List<EntryHead> heads(UUID... ids) {
        return entries.heads(List.of(ids)).collectList().blockOptional().orElseThrow();
    }

    @CanIgnoreReturnValue
    private <T extends Projected> T publish(T projected) {
        assertThat(store.keep(projected).block()).isTrue();
        var unused = timeline.include(List.of(projected));
        return projected;
    }

    private static Entry entry(UUID id, long revision) {
        return new Entry(aPost().id(id).revision(revision).build(), null, Instant.EPOCH);
    }
}
