package org.vedette.feed.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A place in the order of time; no two posts share one.
 *
 * @param at when the post was first published, in milliseconds
 * @param id identity of the post
 */
public record SortKey(Instant at, UUID id) {

    /** Newest first; posts of the same instant the later created first. */
    public static final Comparator<SortKey> NEWEST_FIRST = Comparator.comparing(SortKey::at)
            .thenComparing(SortKey::id, SortKey::compareUnsigned)
            .reversed();

    /** As the text of the two reads, which for time-ordered ids is the order of creation. */
    private static int compareUnsigned(UUID one, UUID other) {
        var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
