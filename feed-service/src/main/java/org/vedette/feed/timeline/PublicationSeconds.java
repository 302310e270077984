package org.vedette.feed.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;

/**
 * A second of publication for every post that no other post shares, and that is never later than its own.
 *
 * <p>Some readers drop the second of two entries of one second for ever. The first post of a second keeps it. Each further
 * one moves to the latest earlier second that is free: no post was published in it, and none that was published before has
 * moved there. That depends on nothing but the posts, so every instance and every rebuild says the same, and posts that are
 * published later change nothing.
 *
 * <p>The price: within a burst, a later post has an earlier date, though it is listed first. A post that is dated back into
 * the seconds of a burst, or withdrawn from them, moves those of the burst that were published after it, each to the next
 * second but rarely further.
 */
final class PublicationSeconds {

    /** With more posts that move one after the other, it is cheaper to begin again. */
    private static final int MAX_MOVES = 200;

    static final PublicationSeconds EMPTY =
            new PublicationSeconds(PersistentHashMap.empty(), PersistentHashMap.empty());

    private final PersistentHashMap<UUID, Instant> moved;
    private final PersistentHashMap<Instant, SortKey> movedTo;

    private PublicationSeconds(PersistentHashMap<UUID, Instant> moved, PersistentHashMap<Instant, SortKey> movedTo) {
        this.moved = moved;
        this.movedTo = movedTo;
    }

    /** Seconds in a row, none of which is free; both ends belong to it. */
    private record Run(Instant from, Instant to) {}

    static PublicationSeconds of(PersistentSortedList all) {
        var moved = new HashMap<UUID, Instant>();
        var movedTo = new HashMap<Instant, SortKey>();
        var runs = new ArrayDeque<Run>();
        for (var rank = all.size() - 1; rank >= 0; rank--) {
            var post = all.get(rank).sortKey();
            var own = second(post);
            var last = runs.peek();
            if (last == null || last.to().isBefore(own)) {
                push(runs, new Run(own, own));
            } else {
                var free = last.from().minusSeconds(1);
                moved.put(post.id(), free);
                movedTo.put(free, post);
                runs.pop();
                push(runs, new Run(free, last.to()));
            }
        }
        return new PublicationSeconds(PersistentHashMap.of(moved), PersistentHashMap.of(movedTo));
    }

    private static void push(Deque<Run> runs, Run run) {
        var before = runs.peek();
        if (before != null && before.to().plusSeconds(1).equals(run.from())) {
            runs.pop();
            runs.push(new Run(before.from(), run.to()));
        } else {
            runs.push(run);
        }
    }

    Instant of(Position position) {
        return of(position.sortKey());
    }

    private Instant of(SortKey post) {
        var second = moved.get(post.id());
        return second == null ? second(post) : second;
    }

    /**
     * The seconds with one more post.
     *
     * @param all the posts, including the added one
     */
    PublicationSeconds with(PersistentSortedList all, Position added) {
        var post = added.sortKey();
        var own = second(post);
        var rank = all.rankOf(added);
        var older = rank + 1 < all.size() ? all.get(rank + 1).sortKey() : null;
        if (older != null && second(older).equals(own)) {
            return move(all, post, of(older).minusSeconds(1));
        }
        var newer = rank > 0 ? all.get(rank - 1).sortKey() : null;
        var displaced = newer != null && second(newer).equals(own) ? newer : movedTo.get(own);
        return displaced == null ? this : leave(own).move(all, displaced, own.minusSeconds(1));
    }

    /**
     * The seconds without a post.
     *
     * @param all the posts that are left
     */
    PublicationSeconds without(PersistentSortedList all, Position removed) {
        var post = removed.sortKey();
        var free = of(post);
        var next = new PublicationSeconds(moved.without(post.id()), movedTo.without(free));
        var moves = 0;
        var second = unpublished(all, free.minusSeconds(1));
        for (var there = movedTo.get(second); there != null; there = movedTo.get(second)) {
            if (!second(there).isBefore(free)) {
                next = next.leave(second).enter(free, there);
                free = second;
                if (++moves > MAX_MOVES) {
                    return of(all);
                }
            }
            second = unpublished(all, second.minusSeconds(1));
        }
        return next;
    }

    /** Moves a post to the latest second that is free at or before the given one, and those in its way further back. */
    private PublicationSeconds move(PersistentSortedList all, SortKey post, Instant latest) {
        var next = this;
        var moves = 0;
        var moving = post;
        var second = unpublished(all, latest);
        for (var there = movedTo.get(second); there != null; there = movedTo.get(second)) {
            if (SortKey.NEWEST_FIRST.compare(there, moving) < 0) {
                next = next.enter(second, moving);
                moving = there;
                if (++moves > MAX_MOVES) {
                    return of(all);
                }
            }
            second = unpublished(all, second.minusSeconds(1));
        }
        return next.enter(second, moving);
    }

    /**
     * The latest second at or before the given one in which no post was published. Where posts were published, the seconds
     * from theirs to that of the last of them are taken by posts before it.
     */
    private Instant unpublished(PersistentSortedList all, Instant second) {
        var candidate = second;
        for (var last = lastOf(all, second); last.isPresent(); last = lastOf(all, candidate)) {
            candidate = of(last.get()).minusSeconds(1);
        }
        return candidate;
    }

    private PublicationSeconds enter(Instant second, SortKey post) {
        return second.equals(second(post))
                ? new PublicationSeconds(moved.without(post.id()), movedTo)
                : new PublicationSeconds(moved.with(post.id(), second), movedTo.with(second, post));
    }

    private PublicationSeconds leave(Instant second) {
        return new PublicationSeconds(moved, movedTo.without(second));
    }

    private static Optional<Position> lastOf(PersistentSortedList all, Instant second) {
        return new Sequence(all).between(second, second.plusSeconds(1)).first();
    }

    private static Instant second(SortKey post) {
        return post.at().truncatedTo(ChronoUnit.SECONDS);
    }
}
