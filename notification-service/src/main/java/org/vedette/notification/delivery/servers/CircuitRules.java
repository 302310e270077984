package org.vedette.notification.delivery.servers;

import java.time.Duration;

/**
 * When a mail server counts as one that takes no mail.
 *
 * @param window how many of its last answers are looked at
 * @param minimum how many answers there must be
 * @param share share of refusals that are not the recipients' at which no more mail is sent, such as 0.5
 * @param shareOfAll the same with mailboxes included that do not exist: of nobody's list are so many gone
 * @param firstProbe time to the first attempt after that; it doubles
 * @param longestProbe longest time between two attempts
 */
public record CircuitRules(
        int window, int minimum, double share, double shareOfAll, Duration firstProbe, Duration longestProbe) {

    /** The default: half of the last 20 answers, and a probe every 5 seconds at the latest. */
    public static final CircuitRules DEFAULT =
            new CircuitRules(20, 10, 0.5, 0.8, Duration.ofSeconds(1), Duration.ofSeconds(5));
}
