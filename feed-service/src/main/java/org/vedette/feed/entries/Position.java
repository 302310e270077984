package org.vedette.feed.entries;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a post stands: all that lists need to know of it without reading it.
 *
 * @param id identity of the post
 * @param revision revision this was read from
 * @param slug last path segment of its address
 * @param formerSlugs earlier slugs
 * @param series slug of its series; null when it belongs to none
 * @param tlp who may see it
 * @param publishedAt its place in time; null when it was withdrawn and has none
 * @param changedAt when its newest event happened
 */
public record Position(
        UUID id,
        long revision,
        String slug,
        List<String> formerSlugs,
        @Nullable String series,
        Tlp tlp,
        @Nullable Instant publishedAt,
        Instant changedAt) {

    /** Newest first; posts of the same instant the later created first. */
    static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::time)
            .thenComparing(Position::id, Position::compareUnsigned)
            .reversed();

    public Position {
        formerSlugs = List.copyOf(formerSlugs);
    }

    public static Position of(Projected projected) {
        var entry = projected instanceof Entry live ? live : null;
        var series = entry == null ? null : entry.post().series();
        return new Position(
                projected.id(),
                projected.revision(),
                projected.slug(),
                projected.formerSlugs(),
                series == null ? null : series.slug(),
                entry == null ? Tlp.CLEAR : entry.tlp(),
                entry == null ? null : entry.post().publishedAt(),
                projected.changedAt());
    }

    public boolean isWithdrawn() {
        return publishedAt == null;
    }

    Instant time() {
        return publishedAt == null ? Instant.MIN : publishedAt;
    }

    /** As the text of the two reads, which for time-ordered ids is the order of creation. */
    private static int compareUnsigned(UUID one, UUID other) {
        var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
