package org.vedette.feed.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A persistent sorted list of positions, newest first, in chunks of a few hundred. Immutable: a copy with one position more
 * or less shares all chunks but one with its predecessor. A rank is found by binary search.
 */
final class PersistentSortedList {

    static final PersistentSortedList EMPTY = new PersistentSortedList(List.of());

    private static final int MAX_CHUNK_SIZE = 512;
    private static final int INITIAL_CHUNK_SIZE = MAX_CHUNK_SIZE / 2;
    private static final Comparator<Position> ORDER = Position.NEWEST_FIRST;

    private final List<List<Position>> chunks;
    private final int[] starts;

    private PersistentSortedList(List<List<Position>> chunks) {
        this.chunks = chunks;
        this.starts = new int[chunks.size() + 1];
        for (var chunk = 0; chunk < chunks.size(); chunk++) {
            starts[chunk + 1] = starts[chunk] + chunks.get(chunk).size();
        }
    }

    static PersistentSortedList of(Collection<Position> positions) {
        var sorted = new ArrayList<>(positions);
        sorted.sort(ORDER);
        var chunks = new ArrayList<List<Position>>();
        for (var from = 0; from < sorted.size(); from += INITIAL_CHUNK_SIZE) {
            chunks.add(List.copyOf(sorted.subList(from, Math.min(from + INITIAL_CHUNK_SIZE, sorted.size()))));
        }
        return new PersistentSortedList(chunks);
    }

    int size() {
        return starts[chunks.size()];
    }

    Position get(int rank) {
        var chunk = chunkAtRank(rank);
        return chunks.get(chunk).get(rank - starts[chunk]);
    }

    /** The positions from one rank, inclusive, to another, exclusive. */
    List<Position> slice(int from, int to) {
        var slice = new ArrayList<Position>(Math.max(0, to - from));
        for (var rank = from; rank < to; ) {
            var chunk = chunkAtRank(rank);
            var part = chunks.get(chunk)
                    .subList(rank - starts[chunk], Math.min(chunks.get(chunk).size(), to - starts[chunk]));
            slice.addAll(part);
            rank += part.size();
        }
        return slice;
    }

    /** The rank of a position; for an absent one its insertion point, encoded as by {@link Collections#binarySearch}. */
    int rankOf(Position position) {
        if (chunks.isEmpty()) {
            return -1;
        }
        var chunk = chunkOf(position);
        var found = Collections.binarySearch(chunks.get(chunk), position, ORDER);
        return found >= 0 ? starts[chunk] + found : found - starts[chunk];
    }

    PersistentSortedList with(Position position) {
        if (chunks.isEmpty()) {
            return new PersistentSortedList(List.of(List.of(position)));
        }
        var chunk = chunkOf(position);
        var longer = new ArrayList<>(chunks.get(chunk));
        var found = Collections.binarySearch(longer, position, ORDER);
        if (found >= 0) {
            longer.set(found, position);
        } else {
            longer.add(-found - 1, position);
        }
        return copyWithChunk(chunk, longer);
    }

    PersistentSortedList without(Position position) {
        if (rankOf(position) < 0) {
            return this;
        }
        var chunk = chunkOf(position);
        var shorter = new ArrayList<>(chunks.get(chunk));
        shorter.remove(Collections.binarySearch(shorter, position, ORDER));
        return copyWithChunk(chunk, shorter);
    }

    private PersistentSortedList copyWithChunk(int chunk, List<Position> replacement) {
        var copy = new ArrayList<>(chunks);
        copy.remove(chunk);
        if (replacement.size() > MAX_CHUNK_SIZE) {
            copy.add(chunk, List.copyOf(replacement.subList(INITIAL_CHUNK_SIZE, replacement.size())));
            copy.add(chunk, List.copyOf(replacement.subList(0, INITIAL_CHUNK_SIZE)));
        } else if (!replacement.isEmpty()) {
            copy.add(chunk, List.copyOf(replacement));
        }
        return new PersistentSortedList(copy);
    }

    private int chunkAtRank(int rank) {
        var low = 0;
        var high = chunks.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (starts[middle] <= rank) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The chunk that contains a position or is to contain it: the last one that does not begin after it. */
    private int chunkOf(Position position) {
        var low = 0;
        var high = chunks.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (ORDER.compare(chunks.get(middle).get(0), position) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
