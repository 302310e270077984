package org.vedette.feed.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Positions newest first, in runs of a few hundred. Immutable; a copy with one position more or less shares all runs but
 * one with the one it was made from, and any rank is found at once.
 */
final class Chunks {

    static final Chunks EMPTY = new Chunks(List.of());

    private static final int LONGEST = 512;
    private static final int FILLED = LONGEST / 2;
    private static final Comparator<Position> ORDER = Position.NEWEST_FIRST;

    private final List<List<Position>> runs;
    private final int[] starts;

    private Chunks(List<List<Position>> runs) {
        this.runs = runs;
        this.starts = new int[runs.size() + 1];
        for (var run = 0; run < runs.size(); run++) {
            starts[run + 1] = starts[run] + runs.get(run).size();
        }
    }

    static Chunks of(Collection<Position> positions) {
        var sorted = new ArrayList<>(positions);
        sorted.sort(ORDER);
        var runs = new ArrayList<List<Position>>();
        for (var from = 0; from < sorted.size(); from += FILLED) {
            runs.add(List.copyOf(sorted.subList(from, Math.min(from + FILLED, sorted.size()))));
        }
        return new Chunks(runs);
    }

    int size() {
        return starts[runs.size()];
    }

    Position get(int rank) {
        var run = runAt(rank);
        return runs.get(run).get(rank - starts[run]);
    }

    /** Those from one rank to before another. */
    List<Position> slice(int from, int to) {
        var slice = new ArrayList<Position>(Math.max(0, to - from));
        for (var rank = from; rank < to; ) {
            var run = runAt(rank);
            var part = runs.get(run)
                    .subList(rank - starts[run], Math.min(runs.get(run).size(), to - starts[run]));
            slice.addAll(part);
            rank += part.size();
        }
        return slice;
    }

    /** Rank of a position; where it would have to be inserted is told as {@link Collections#binarySearch} does. */
    int rankOf(Position position) {
        if (runs.isEmpty()) {
            return -1;
        }
        var run = runOf(position);
        var found = Collections.binarySearch(runs.get(run), position, ORDER);
        return found >= 0 ? starts[run] + found : found - starts[run];
    }

    Chunks with(Position position) {
        if (runs.isEmpty()) {
            return new Chunks(List.of(List.of(position)));
        }
        var run = runOf(position);
        var longer = new ArrayList<>(runs.get(run));
        var found = Collections.binarySearch(longer, position, ORDER);
        if (found >= 0) {
            longer.set(found, position);
        } else {
            longer.add(-found - 1, position);
        }
        return replaced(run, longer);
    }

    Chunks without(Position position) {
        if (rankOf(position) < 0) {
            return this;
        }
        var run = runOf(position);
        var shorter = new ArrayList<>(runs.get(run));
        shorter.remove(Collections.binarySearch(shorter, position, ORDER));
        return replaced(run, shorter);
    }

    private Chunks replaced(int run, List<Position> by) {
        var copy = new ArrayList<>(runs);
        copy.remove(run);
        if (by.size() > LONGEST) {
            copy.add(run, List.copyOf(by.subList(FILLED, by.size())));
            copy.add(run, List.copyOf(by.subList(0, FILLED)));
        } else if (!by.isEmpty()) {
            copy.add(run, List.copyOf(by));
        }
        return new Chunks(copy);
    }

    private int runAt(int rank) {
        var low = 0;
        var high = runs.size() - 1;
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

    /** The run a position is in or belongs in: the last that does not begin after it. */
    private int runOf(Position position) {
        var low = 0;
        var high = runs.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (ORDER.compare(runs.get(middle).get(0), position) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
