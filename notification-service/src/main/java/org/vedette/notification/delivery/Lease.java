package org.vedette.notification.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a process may work on a delivery before others may claim it.
 *
 * @param duration from a claim or its last renewal to the end of the lease
 * @param reserve the end of the lease in which no mail is handed over, left for the mail server's reply: so no other
 *     process can send a mail that is still in flight
 */
public record Lease(Duration duration, Duration reserve) {

    private static final int RENEWALS = 6;
    private static final Duration TIME_TO_SETTLE = Duration.ofSeconds(5);

    /**
     * A lease whose reserve is sufficient for the mail server's reply, as far as two thirds of the lease allow it.
     *
     * @param replyTimeout how long the mail server may take for its reply
     */
    public static Lease of(Duration duration, Duration replyTimeout) {
        var sufficient = replyTimeout.plus(TIME_TO_SETTLE);
        var longest = duration.multipliedBy(2).dividedBy(3);
        return new Lease(duration, sufficient.compareTo(longest) < 0 ? sufficient : longest);
    }

    /** How often a claim is renewed: so often that a mail can be handed over although one renewal fails. */
    public Duration renewalInterval() {
        return duration.dividedBy(RENEWALS);
    }

    boolean allowsSending(Instant renewedAt, Instant now) {
        return now.isBefore(renewedAt.plus(duration).minus(reserve));
    }
}
