package org.vedette.notification.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.journal.Change;
import org.vedette.notification.reports.DeliveryFacts.SendTimes;

/**
 * What became of an alert or a digest, beyond its counts.
 *
 * @param deferred why mails wait, in groups
 * @param failed why mails bounced or were abandoned, in groups
 * @param losses subscriptions that this mail ended
 */
public record AlertNumbers(
        Progress progress,
        SendTimes times,
        List<ReplyGroups.Group> deferred,
        List<ReplyGroups.Group> failed,
        Map<Change, Long> losses) {

    public AlertNumbers {
        deferred = List.copyOf(deferred);
        failed = List.copyOf(failed);
        losses = Map.copyOf(losses);
    }

    /** From the creation of the alert to the first mail; null before it. */
    public @Nullable Duration untilFirst() {
        return since(times.first());
    }

    /** From the creation of the alert to the newest mail; null before the first one. */
    public @Nullable Duration untilLast() {
        return since(times.last());
    }

    /** Mails a second from the first to the last one; null when there is no time between them. */
    public @Nullable Double perSecond() {
        var first = times.first();
        var last = times.last();
        if (first == null || last == null || !first.isBefore(last)) {
            return null;
        }
        return progress.counts().sent()
                * 1_000.0
                / Duration.between(first, last).toMillis();
    }

    public long lost(Change change) {
        return losses.getOrDefault(change, 0L);
    }

    private @Nullable Duration since(@Nullable Instant instant) {
        return instant == null ? null : Duration.between(progress.createdAt(), instant);
    }
}
