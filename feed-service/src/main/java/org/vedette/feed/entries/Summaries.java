package org.vedette.feed.entries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Mono;

/** The summaries of the posts of one page, found in one look-up. */
public record Summaries(Map<UUID, EntrySummary> byId) {

    public static Mono<Summaries> of(Entries entries, Stream<Position> positions) {
        return ofIds(entries, positions.map(Position::id));
    }

    public static Mono<Summaries> ofIds(Entries entries, Stream<UUID> ids) {
        var distinct = ids.distinct().toList();
        return distinct.isEmpty()
                ? Mono.just(new Summaries(Map.of()))
                : entries.summaries(distinct).collectMap(EntrySummary::id).map(Summaries::new);
    }

    public Optional<EntrySummary> of(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those of the given posts that still exist, in the given order. */
    public List<EntrySummary> inOrder(List<Position> positions) {
        return positions.stream()
                .flatMap(position -> Stream.ofNullable(byId.get(position.id())))
                .toList();
    }
}
