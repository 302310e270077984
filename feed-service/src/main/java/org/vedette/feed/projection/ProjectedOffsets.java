package org.vedette.feed.projection;

import java.util.Map;

/**
 * How far the topic of the posts is projected into a version.
 *
 * @param next the offset of the next event to project, by partition
 * @param incomplete whether events before these offsets may be missing, because the store lost them
 */
public record ProjectedOffsets(Map<Integer, Long> next, boolean incomplete) {

    public ProjectedOffsets {
        next = Map.copyOf(next);
    }

    boolean isBehind(Map<Integer, Long> others) {
        return others.entrySet().stream().anyMatch(other -> next.getOrDefault(other.getKey(), 0L) < other.getValue());
    }
}
