package org.vedette.feed.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class CurrentTimelineTests {

    private final InMemoryEntries entries = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline(entries);

    @Test
    void itIsNotLoadedBeforeItHasReadTheStore() {
        entries.goAway();

        StepVerifier.create(timeline.load()).verifyError(EntriesUnavailableException.class);

        assertThat(timeline.isLoaded()).isFalse();
    }

    @Test
    void itIsLoadedOfAnEmptyStoreToo() {
        timeline.load().block();

        assertThat(timeline.isLoaded()).isTrue();
    }

    @Test
    void itShowsWhatWasKeptBeforeItWasLoaded() {
        var kept = keep("before");

        timeline.load().block();

        assertThat(timeline.get().findBySlug("before")).contains(kept.position());
    }

    @Test
    void itShowsWhatItWasToldOf() {
        timeline.load().block();
        var kept = keep("after");

        var unused = timeline.include(List.of(kept));

        assertThat(timeline.get().findBySlug("after")).contains(kept.position());
    }

    @Test
    void whoHoldsATimelineSeesItUnchanged() {
        timeline.load().block();
        var held = timeline.get();

        var unused = timeline.include(List.of(keep("after")));

        assertThat(held.size()).isZero();
    }

    @Test
    void everythingIsReadByWhatItKnowsAndNotOutOfTheStore() {
        var kept = keep("kept");
        timeline.load().block();
        var unheardOf = keep("unheard-of");

        var everything = timeline.everything().collectList().block();

        assertThat(everything).containsExactly(kept).doesNotContain(unheardOf);
    }

    @Test
    void nothingOfALargeBlogIsMissing() {
        var kept = IntStream.range(0, 250)
                .mapToObj(number -> keep("post-" + number))
                .toList();
        timeline.load().block();

        var everything = timeline.everything().collectList().block();

        assertThat(everything).containsExactlyInAnyOrderElementsOf(kept);
    }

    private Entry keep(String slug) {
        var entry = new Entry(aPost().slug(slug).build(), null, Instant.EPOCH);
        assertThat(entries.save(entry).block()).isTrue();
        return entry;
    }
}
