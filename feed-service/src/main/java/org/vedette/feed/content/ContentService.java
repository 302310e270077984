package org.vedette.feed.content;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.serving.Cursor;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Finds posts for programs: the timeline tells which ones, and one look-up in the store gets them. */
public final class ContentService {

    private final CurrentTimeline timeline;
    private final Entries entries;

    public ContentService(CurrentTimeline timeline, Entries entries) {
        this.timeline = timeline;
        this.entries = entries;
    }

    /**
     * A page of posts.
     *
     * @param posts newest first
     * @param next cursor of the page after it; null when there is none
     */
    public record Page<T>(List<T> posts, @Nullable String next) {

        public Page {
            posts = List.copyOf(posts);
        }
    }

    /**
     * A series and where it stands.
     *
     * @param issues how many were published
     * @param latest the newest of them
     */
    public record SeriesSummary(Series series, int issues, EntrySummary latest) {}

    /**
     * A tag and how much there is to it.
     *
     * @param tag lower-case
     * @param posts how many have it
     */
    public record TagSummary(String tag, int posts) {}

    /** A page of posts without their bodies. */
    public Mono<Page<EntrySummary>> summaries(ContentQuery query) {
        return page(query, this::summaries);
    }

    /** A page of whole posts. */
    public Mono<Page<Entry>> posts(ContentQuery query) {
        return page(query, this::entries);
    }

    /** A post, or its tombstone; empty when there never was one for the public. */
    public Mono<ProjectedPost> post(UUID id) {
        return timeline.get().find(id).filter(known -> !known.isRestricted()).isEmpty()
                ? Mono.empty()
                : entries.get(List.of(id))
                        .next()
                        .switchIfEmpty(
                                Mono.error(() -> new EntriesUnavailableException("post " + id + " is unreadable")))
                        .filter(post -> !post.isRestricted());
    }

    /** Every series, newest issue first. */
    public Mono<List<SeriesSummary>> series() {
        var now = timeline.get();
        var latest = now.latestIssues();
        return summaries(latest)
                .map(summaries -> summaries.stream()
                        .flatMap(summary -> seriesSummary(summary, now))
                        .toList());
    }

    /** Every tag and how many posts have it, most used first. */
    public List<TagSummary> tags() {
        return timeline.get()
                .allTags()
                .map(tag -> new TagSummary(tag.getKey(), tag.getValue().size()))
                .sorted(Comparator.comparing(TagSummary::posts).reversed().thenComparing(TagSummary::tag))
                .toList();
    }

    private <T> Mono<Page<T>> page(ContentQuery query, Function<List<Position>, Mono<List<T>>> lookUp) {
        var now = timeline.get();
        var matching = matching(query, now).limit(query.limit() + 1L).toList();
        var shown = matching.subList(0, Math.min(query.limit(), matching.size()));
        var next = matching.size() > shown.size()
                ? Cursor.encode(shown.get(shown.size() - 1).sortKey())
                : null;
        return lookUp.apply(shown).map(posts -> new Page<>(posts, next));
    }

    /** Filters the shortest of the lists by the others. */
    private static Stream<Position> matching(ContentQuery query, Timeline now) {
        var scopes = query.scopes().stream().map(now::current).toList();
        var shortest = scopes.stream()
                .map(now::in)
                .min(Comparator.comparing(Sequence::size))
                .orElseGet(now::posts);
        var inTime = shortest.between(
                query.from() == null ? Instant.MIN : query.from(), query.to() == null ? Instant.MAX : query.to());
        var rest = query.after() == null ? inTime : inTime.olderThan(query.after());
        return rest.stream().filter(position -> scopes.stream().allMatch(scope -> isIn(position, scope)));
    }

    private static boolean isIn(Position position, Scope scope) {
        return switch (scope.kind()) {
            case EVERYTHING -> true;
            case SERIES -> scope.key().equals(position.series());
            case TAG -> position.tags().contains(scope.key());
            case AUTHOR -> position.authors().contains(scope.key());
        };
    }

    private static Stream<SeriesSummary> seriesSummary(EntrySummary latest, Timeline now) {
        var series = latest.series();
        return series == null
                ? Stream.empty()
                : Stream.of(new SeriesSummary(series, now.series(series.slug()).size(), latest));
    }

    private Mono<List<EntrySummary>> summaries(List<Position> positions) {
        return Summaries.of(entries, positions.stream()).map(found -> found.inOrder(positions));
    }

    private Mono<List<Entry>> entries(List<Position> positions) {
        return positions.isEmpty()
                ? Mono.just(List.of())
                : entries.get(positions.stream().map(Position::id).toList())
                        .ofType(Entry.class)
                        .collectMap(Entry::id)
                        .map(found -> positions.stream()
                                .flatMap(position -> Stream.ofNullable(found.get(position.id())))
                                .toList());
    }
}
