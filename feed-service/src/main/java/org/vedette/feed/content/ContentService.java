package org.vedette.feed.content;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds posts for programs: the timeline tells which ones, and one look-up in the store gets them. */
public final class ContentService {

    private final CurrentTimeline timeline;
    private final Entries entries;

    public ContentService(CurrentTimeline timeline, Entries entries) {
        this.timeline = timeline;
        this.entries = entries;
    }

    /** A page of posts without their bodies. */
    public Mono<ContentPage<EntrySummary>> summaries(ContentQuery query) {
        return page(query, ids -> entries.summaries(ids), EntrySummary::id);
    }

    /** A page of whole posts. */
    public Mono<ContentPage<Entry>> posts(ContentQuery query) {
        return page(query, ids -> entries.find(ids).ofType(Entry.class), Entry::id);
    }

    /** A post, or its tombstone; empty when there never was one. */
    public Mono<ProjectedPost> post(UUID id) {
        return timeline.get().find(id).isEmpty()
                ? Mono.empty()
                : entries.find(List.of(id)).next();
    }

    /** Every series, newest issue first. */
    public Mono<List<SeriesSummary>> series() {
        var now = timeline.get();
        var latest = now.latestIssues();
        return found(latest, entries::summaries, EntrySummary::id)
                .map(summaries -> inOrder(latest, summaries)
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

    private <T> Mono<ContentPage<T>> page(
            ContentQuery query, Function<Collection<UUID>, Flux<T>> lookUp, Function<T, UUID> id) {
        var now = timeline.get();
        var matching = matching(query, now).limit(query.limit() + 1L).toList();
        var shown = matching.subList(0, Math.min(query.limit(), matching.size()));
        var next = matching.size() > shown.size()
                ? Cursor.encode(shown.get(shown.size() - 1).sortKey())
                : null;
        return found(shown, lookUp, id)
                .map(found -> new ContentPage<>(inOrder(shown, found).toList(), next));
    }

    /** Filters the shortest of the lists by the others. */
    private static Stream<Position> matching(ContentQuery query, Timeline now) {
        var scopes = query.scopes();
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
                : Stream.of(new SeriesSummary(
                        series.slug(), series.title(), now.series(series.slug()).size(), latest));
    }

    private static <T> Mono<Map<UUID, T>> found(
            List<Position> positions, Function<Collection<UUID>, Flux<T>> lookUp, Function<T, UUID> id) {
        var ids = positions.stream().map(Position::id).toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : lookUp.apply(ids).collectList().map(all -> all.stream().collect(toMap(id, Function.identity())));
    }

    private static <T> Stream<T> inOrder(List<Position> positions, Map<UUID, T> found) {
        return positions.stream().flatMap(position -> Stream.ofNullable(found.get(position.id())));
    }
}
