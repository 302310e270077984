package org.vedette.notification.approval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which alerts wait for a second look.
 *
 * @param above an audience larger than that waits; 0 for none
 * @param factor one that is so many times as large as the median of the last alerts waits; 0 for none
 */
public record ApprovalRules(long above, double factor) {

    /** Of fewer alerts, nobody can say what is usual. */
    private static final int FEWEST = 5;

    /** Whether any alert waits. */
    boolean isActive() {
        return above > 0 || factor > 0;
    }

    /**
     * Why an alert waits; empty when it does not.
     *
     * @param before the audiences of the last alerts, in no order
     */
    Optional<String> reason(long audience, List<Long> before) {
        if (above > 0 && audience > above) {
            return Optional.of(
                    String.format(Locale.US, "%,d subscribers want it, and more than %,d wait", audience, above));
        }
        if (factor <= 0 || before.size() < FEWEST) {
            return Optional.empty();
        }
        var sorted = before.stream().sorted().toList();
        var median = sorted.get(sorted.size() / 2);
        return audience > median * factor
                ? Optional.of(String.format(Locale.US, "%,d subscribers want it, and %,d is usual", audience, median))
                : Optional.empty();
    }
}
