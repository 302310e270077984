package org.vedette.feed.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.feed.timeline.Timeline;

class CurrentTimelineTests {

    private final InMemoryEntries entries = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline();

    @Test
    void itHasNoVersionBeforeItIsLoaded() {
        assertThat(timeline.isLoaded()).isFalse();
        assertThat(timeline.version()).isEmpty();
    }

    @Test
    void itIsLoadedOfAnEmptyStoreToo() {
        entries.loadInto(timeline);

        assertThat(timeline.isLoaded()).isTrue();
    }

    @Test
    void itShowsWhatWasStoredBeforeItWasLoaded() {
        var kept = keep("before");

        entries.loadInto(timeline);

        assertThat(timeline.get().findBySlug("before")).contains(kept.position());
    }

    @Test
    void itShowsWhatIsIncluded() {
        entries.loadInto(timeline);
        var kept = keep("after");

        timeline.include(List.of(kept));

        assertThat(timeline.get().findBySlug("after")).contains(kept.position());
    }

    @Test
    void aTimelineThatIsHeldDoesNotChange() {
        entries.loadInto(timeline);
        var held = timeline.get();

        timeline.include(List.of(keep("after")));

        assertThat(held.size()).isZero();
    }

    @Test
    void theTimelineAndItsVersionAreReplacedTogether() {
        entries.loadInto(timeline);
        var next = Timeline.of(List.of(keep("rebuilt").position()));

        assertThat(timeline.replace(timeline.get(), "entries_1", next)).isTrue();

        assertThat(timeline.get()).isSameAs(next);
        assertThat(timeline.version()).contains("entries_1");
    }

    @Test
    void nothingIsReplacedThatIsNotTheNewestAnyMore() {
        entries.loadInto(timeline);
        var before = timeline.get();
        timeline.include(List.of(keep("meanwhile")));

        assertThat(timeline.replace(before, "entries_1", Timeline.EMPTY)).isFalse();

        assertThat(timeline.version()).contains("entries");
        assertThat(timeline.get().size()).isEqualTo(1);
    }

    private Entry keep(String slug) {
        var entry = new Entry(aPost().slug(slug).build(), null, Instant.EPOCH);
        assertThat(entries.save(entry).block()).isTrue();
        return entry;
    }
}
