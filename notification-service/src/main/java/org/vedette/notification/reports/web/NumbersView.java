package org.vedette.notification.reports.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.journal.Change;
import org.vedette.notification.reports.AlertNumbers;
import org.vedette.notification.reports.ReplyGroups;

/**
 * What became of an alert beyond its counts.
 *
 * @param firstMailAt when the first mail was taken by a mail server; missing before it
 * @param lastMailAt when the newest was
 * @param secondsToFirst from the creation of the alert
 * @param secondsToLast from the creation of the alert
 * @param mailsPerSecond from the first to the last mail
 * @param deferredBecause why mails wait, in groups: what differs from one reply to the next is left out
 * @param failedBecause why mails bounced or were abandoned, in groups
 * @param lost subscriptions that this mail ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NumbersView(
        @Nullable Instant firstMailAt,
        @Nullable Instant lastMailAt,
        @Nullable Double secondsToFirst,
        @Nullable Double secondsToLast,
        @Nullable Double mailsPerSecond,
        List<ReplyGroups.Group> deferredBecause,
        List<ReplyGroups.Group> failedBecause,
        LostView lost) {

    private static final double MILLIS = 1_000;

    /** How many subscriptions ended: by unsubscribing through this mail, by a complaint about it, because it bounced. */
    record LostView(long unsubscribed, long complained, long suppressed) {}

    static NumbersView of(AlertNumbers numbers) {
        return new NumbersView(
                numbers.times().first(),
                numbers.times().last(),
                seconds(numbers.untilFirst()),
                seconds(numbers.untilLast()),
                rounded(numbers.perSecond()),
                numbers.deferred(),
                numbers.failed(),
                new LostView(
                        numbers.lost(Change.LEFT), numbers.lost(Change.COMPLAINED), numbers.lost(Change.SUPPRESSED)));
    }

    private static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / MILLIS;
    }

    private static @Nullable Double rounded(@Nullable Double rate) {
        return rate == null ? null : Math.round(rate * MILLIS) / MILLIS;
    }
}
