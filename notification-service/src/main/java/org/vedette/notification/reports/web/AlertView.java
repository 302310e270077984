package org.vedette.notification.reports.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.reports.AlertNumbers;
import org.vedette.notification.reports.Progress;

/**
 * An alert in the API for editors; {@code audience} is the sum of the seven numbers after it.
 *
 * @param id of the alert: that of the post, with an ending for a correction or a withdrawal
 * @param status {@code planning}, {@code too-old}, {@code withdrawn}, {@code waiting} for a second look,
 *     {@code paused}, {@code cancelled}, {@code sending}, {@code uncertain} when an operator has to say what became of
 *     some mails, {@code failed} when nobody got a mail, or {@code done}
 * @param attempts attempts at all deliveries
 * @param possibleDoubles mails that some may have got twice
 * @param control what operators decided; missing when nothing was
 * @param numbers what became of it; missing in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
        String id,
        @Nullable UUID post,
        String title,
        String status,
        Instant createdAt,
        long audience,
        long sent,
        long deferred,
        long bounced,
        long suppressed,
        long uncertain,
        long abandoned,
        long inProgress,
        long attempts,
        long possibleDoubles,
        @Nullable ControlView control,
        @Nullable NumbersView numbers) {

    static AlertView of(Progress progress) {
        return of(progress, null);
    }

    static AlertView of(AlertNumbers numbers) {
        return of(numbers.progress(), NumbersView.of(numbers));
    }

    private static AlertView of(Progress progress, @Nullable NumbersView numbers) {
        var counts = progress.counts();
        return new AlertView(
                progress.id().value(),
                progress.id().post().orElse(null),
                progress.title(),
                progress.status().word(),
                progress.createdAt(),
                progress.audience(),
                counts.sent(),
                counts.deferred(),
                counts.bounced(),
                counts.suppressed(),
                progress.uncertain(),
                counts.abandoned(),
                progress.inProgress(),
                counts.attempts(),
                counts.possibleDoubles(),
                ControlView.of(progress.control()),
                numbers);
    }
}
