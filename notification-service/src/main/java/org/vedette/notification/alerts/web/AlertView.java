package org.vedette.notification.alerts.web;

import java.time.Instant;
import java.util.UUID;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertReport;
import org.vedette.notification.alerts.AlertState;

/**
 * An alert in the API for editors; {@code audience} is the sum of the six numbers after it.
 *
 * @param status {@code planning}, {@code too-old}, {@code withdrawn}, {@code sending} or {@code done}
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
        long inProgress) {

    static AlertView of(AlertReport report) {
        var alert = report.alert();
        var counts = report.counts();
        return new AlertView(
                alert.post().id(),
                alert.post().title(),
                status(alert, report.inProgress() + counts.deferred()),
                alert.createdAt(),
                report.audience(),
                counts.sent(),
                counts.deferred(),
                counts.bounced(),
                counts.suppressed(),
                counts.uncertain(),
                report.inProgress());
    }

    private static String status(Alert alert, long open) {
        if (alert.state() instanceof AlertState.Planning) {
            return "planning";
        }
        if (alert.state() instanceof AlertState.TooOld) {
            return "too-old";
        }
        if (alert.state() instanceof AlertState.Withdrawn) {
            return "withdrawn";
        }
        return open > 0 ? "sending" : "done";
    }
}
