package org.vedette.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;

/** What a page of a feed of 100,000 posts reads. */
class LongFeedTests {

    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00Z");
    private static final int POSTS = 100_000;
    private static final int PAGE = 30;

    private final CurrentTimeline timeline = new CurrentTimeline();
    private final RecordingEntries entries = new RecordingEntries();
    private final SyndicationService syndication = new SyndicationService(
            timeline,
            entries,
            new Blog("Blog", "Tagline", URI.create("https://blog.example.org")),
            new BlogCalendar(ZoneOffset.UTC),
            PAGE);

    @Test
    void aPageDeepDownReadsNoMorePostsThanTheFirstAndContinuesTheOneBefore() {
        timeline.load(
                "entries",
                Timeline.of(IntStream.range(0, POSTS)
                        .mapToObj(LongFeedTests::position)
                        .toList()));
        var deep = timeline.get().posts().slice(90_000, 1).get(0);

        var page = syndication
                .feed(Scope.tag("all"), deep.sortKey())
                .blockOptional()
                .orElseThrow();

        assertThat(page.entries())
                .hasSize(PAGE)
                .first()
                .extracting(FeedEntry::title)
                .isEqualTo("Post 9998");
        assertThat(entries.read).hasSizeLessThanOrEqualTo(PAGE + 1);
    }

    private static Position position(int number) {
        var at = NOON.plusSeconds(number);
        return new Position(
                new UUID(0, number),
                1,
                "post-" + number,
                List.of(),
                null,
                List.of("all"),
                List.of(),
                Map.of(),
                Tlp.CLEAR,
                at,
                at,
                false);
    }

    /** Has every post that is asked for, and remembers which were. */
    private static final class RecordingEntries implements Entries {

        private final List<UUID> read = new ArrayList<>();

        @Override
        public Flux<ProjectedPost> find(Collection<UUID> ids) {
            return get(ids);
        }

        @Override
        public Flux<ProjectedPost> get(Collection<UUID> ids) {
            read.addAll(ids);
            return Flux.fromIterable(ids)
                    .map(id -> new Entry(
                            aPost().id(id)
                                    .title("Post " + id.getLeastSignificantBits())
                                    .tagged("all")
                                    .build(),
                            null,
                            NOON));
        }

        @Override
        public Flux<EntrySummary> summaries(Collection<UUID> ids) {
            return get(ids).ofType(Entry.class).map(Entry::toSummary);
        }

        @Override
        public Flux<Position> positions() {
            throw new UnsupportedOperationException("a page must not read the whole store");
        }
    }
}
