package org.vedette.notification.alerts.web;

import java.time.Instant;
import java.util.UUID;
import org.vedette.notification.alerts.AlertReport;
import org.vedette.notification.alerts.AlertState;

/**
 * An alert in the API for editors; {@code audience} is the sum of the seven numbers after it.
 *
 * @param status {@code planning}, {@code too-old}, {@code withdrawn}, {@code sending}, {@code uncertain} when an operator has
 *     to say what became of some mails, {@code failed} when nobody got a mail, or {@code done}
 * @param attempts attempts at all deliveries
 * @param possibleDoubles mails that some may have got twice
 */
record AlertView(
        UUID post,
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
        long possibleDoubles) {

    static AlertView of(AlertReport report) {
        var alert = report.alert();
        var counts = report.counts();
        return new AlertView(
                alert.post().id(),
                alert.post().title(),
                status(report),
                alert.createdAt(),
                report.audience(),
                counts.sent(),
                counts.deferred(),
                counts.bounced(),
                counts.suppressed(),
                report.uncertain(),
                counts.abandoned(),
                report.inProgress(),
                counts.attempts(),
                counts.possibleDoubles());
    }

    private static String status(AlertReport report) {
        var state = report.alert().state();
        if (state instanceof AlertState.Planning) {
            return "planning";
        }
        if (state instanceof AlertState.TooOld) {
            return "too-old";
        }
        return state instanceof AlertState.Withdrawn ? "withdrawn" : statusOfPlanned(report);
    }

    private static String statusOfPlanned(AlertReport report) {
        if (report.open() > 0) {
            return "sending";
        }
        if (report.uncertain() > 0) {
            return "uncertain";
        }
        return report.audience() > 0 && report.counts().sent() == 0 ? "failed" : "done";
    }
}
