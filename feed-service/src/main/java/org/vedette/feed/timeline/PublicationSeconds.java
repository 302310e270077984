package org.vedette.feed.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.UUID;

/**
 * A second of publication for every post that no other post shares.
 *
 * <p>Some readers drop the second of two entries of one second for ever. A post that would share its second with an
 * earlier one moves to the next free second. That depends on nothing but the posts before it, so every instance and
 * every feed says the same, and posts that come later change nothing.
 */
final class PublicationSeconds {

    static final PublicationSeconds EMPTY = new PublicationSeconds(Buckets.empty());

    private final Buckets<UUID, Instant> moved;

    private PublicationSeconds(Buckets<UUID, Instant> moved) {
        this.moved = moved;
    }

    static PublicationSeconds of(Chunks all) {
        var moved = new HashMap<UUID, Instant>();
        var taken = Instant.MIN;
        for (var rank = all.size() - 1; rank >= 0; rank--) {
            var position = all.get(rank);
            var second = free(position, taken);
            if (!second.equals(second(position))) {
                moved.put(position.id(), second);
            }
            taken = second;
        }
        return new PublicationSeconds(Buckets.of(moved));
    }

    /**
     * The seconds after the post at a rank came, or the one that was at the rank after it went: those of newer posts
     * change only as far as they pushed one another on.
     */
    PublicationSeconds settled(Chunks all, int rank) {
        var next = moved;
        var taken = rank + 1 < all.size() ? of(all.get(rank + 1)) : Instant.MIN;
        for (var newer = Math.min(rank, all.size() - 1); newer >= 0; newer--) {
            var position = all.get(newer);
            var second = free(position, taken);
            if (newer < rank && second.equals(of(position))) {
                break;
            }
            next = second.equals(second(position)) ? next.without(position.id()) : next.with(position.id(), second);
            taken = second;
        }
        return new PublicationSeconds(next);
    }

    Instant of(Position position) {
        var second = moved.get(position.id());
        return second == null ? second(position) : second;
    }

    private static Instant free(Position position, Instant taken) {
        var second = second(position);
        return second.isAfter(taken) ? second : taken.plusSeconds(1);
    }

    private static Instant second(Position position) {
        return position.time().truncatedTo(ChronoUnit.SECONDS);
    }
}
