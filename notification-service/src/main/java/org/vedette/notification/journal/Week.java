package org.vedette.notification.journal;

import java.time.LocalDate;
import java.util.Map;

/**
 * The subscribers who came and went within a week.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday, Map<Change, Long> counts) {

    public Week {
        counts = Map.copyOf(counts);
    }

    public long count(Change change) {
        return counts.getOrDefault(change, 0L);
    }

    /** How many more there are than before. */
    public long net() {
        return counts.entrySet().stream()
                .mapToLong(count -> count.getKey().isLoss() ? -count.getValue() : count.getValue())
                .sum();
    }
}
