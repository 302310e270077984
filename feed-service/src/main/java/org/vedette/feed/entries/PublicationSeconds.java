package org.vedette.feed.entries;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A second of publication for every post that no other post shares.
 *
 * <p>Some readers drop the second of two entries of one second for ever. A post that would share its second with an
 * earlier one moves to the next free second. That depends on nothing but the posts before it, so every instance and
 * every feed says the same, and posts that come later change nothing.
 */
final class PublicationSeconds {

    private final Map<UUID, Instant> moved;

    private PublicationSeconds(Map<UUID, Instant> moved) {
        this.moved = moved;
    }

    static PublicationSeconds of(List<Position> newestFirst) {
        var moved = new HashMap<UUID, Instant>();
        var taken = Instant.MIN;
        for (var index = newestFirst.size() - 1; index >= 0; index--) {
            var position = newestFirst.get(index);
            var second = second(position);
            if (!second.isAfter(taken)) {
                second = taken.plusSeconds(1);
                moved.put(position.id(), second);
            }
            taken = second;
        }
        return new PublicationSeconds(moved);
    }

    Instant of(Position position) {
        return moved.getOrDefault(position.id(), second(position));
    }

    private static Instant second(Position position) {
        return position.time().truncatedTo(ChronoUnit.SECONDS);
    }
}
