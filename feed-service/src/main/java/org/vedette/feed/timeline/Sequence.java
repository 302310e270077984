package org.vedette.feed.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Posts in the order of time, newest first: all of them, or those of a series, a tag, an author or a stretch of time. */
public final class Sequence {

    public static final Sequence EMPTY = new Sequence(PersistentSortedList.EMPTY);

    private final PersistentSortedList positions;
    private final int from;
    private final int to;

    Sequence(PersistentSortedList positions) {
        this(positions, 0, positions.size());
    }

    private Sequence(PersistentSortedList positions, int from, int to) {
        this.positions = positions;
        this.from = from;
        this.to = Math.max(from, to);
    }

    public int size() {
        return to - from;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** The newest of them. */
    public Optional<Position> first() {
        return isEmpty() ? Optional.empty() : Optional.of(positions.get(from));
    }

    /** The oldest of them. */
    public Optional<Position> last() {
        return isEmpty() ? Optional.empty() : Optional.of(positions.get(to - 1));
    }

    /** At most so many, beginning after the newest {@code offset}; none beyond the end. */
    public List<Position> slice(int offset, int limit) {
        var start = (int) Math.min((long) from + offset, to);
        return positions.slice(start, (int) Math.min((long) start + limit, to));
    }

    public List<Position> newest(int limit) {
        return slice(0, limit);
    }

    public List<Position> newest(int limit, Predicate<Position> wanted) {
        return stream().filter(wanted).limit(limit).toList();
    }

    public Stream<Position> stream() {
        return IntStream.range(from, to).mapToObj(positions::get);
    }

    /** Those published at or after one instant and before another. */
    public Sequence between(Instant since, Instant until) {
        return new Sequence(positions, Math.max(from, rankBefore(until)), Math.min(to, rankBefore(since)));
    }

    /** Those that come after a place in the order, whether or not a post is there any more. */
    public Sequence olderThan(SortKey sortKey) {
        return new Sequence(positions, Math.max(from, rankAfter(sortKey)), to);
    }

    /** Rank of the newest published before an instant. */
    private int rankBefore(Instant instant) {
        var low = 0;
        var high = positions.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (positions.get(middle).time().isBefore(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int rankAfter(SortKey sortKey) {
        var low = 0;
        var high = positions.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (SortKey.NEWEST_FIRST.compare(positions.get(middle).sortKey(), sortKey) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
