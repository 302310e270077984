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

    static final PublicationSeconds EMPTY = new PublicationSeconds(PersistentHashMap.empty());

    private final PersistentHashMap<UUID, Instant> reassigned;

    private PublicationSeconds(PersistentHashMap<UUID, Instant> reassigned) {
        this.reassigned = reassigned;
    }

    static PublicationSeconds of(PersistentSortedList all) {
        var reassigned = new HashMap<UUID, Instant>();
        var taken = Instant.MIN;
        for (var rank = all.size() - 1; rank >= 0; rank--) {
            var position = all.get(rank);
            var second = free(position, taken);
            if (!second.equals(second(position))) {
                reassigned.put(position.id(), second);
            }
            taken = second;
        }
        return new PublicationSeconds(PersistentHashMap.of(reassigned));
    }

    /**
     * The seconds after a post was inserted at a rank, or removed from it: those of newer posts change only as far as each
     * is in the way of the next.
     */
    PublicationSeconds recalculate(PersistentSortedList all, int rank) {
        var next = reassigned;
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
        var second = reassigned.get(position.id());
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
