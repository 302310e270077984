package org.vedette.notification.digests.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vedette.notification.digests.DigestReportService.Report;

/**
 * A digest in the API for editors.
 *
 * @param id made of the schedule and the time it was due
 * @param status {@code planning}, {@code empty} when there was nothing to tell, {@code sending}, {@code uncertain}
 *     when an operator has to say what became of some mails, or {@code done}
 * @param from it tells of what was published after
 * @param to and until then, when it was due
 * @param posts the posts that were published in between
 * @param audience how many subscribers get digests by this schedule; the sum of the seven numbers after it
 */
record DigestView(
        String id,
        String status,
        Instant from,
        Instant to,
        List<UUID> posts,
        long audience,
        long sent,
        long deferred,
        long bounced,
        long suppressed,
        long uncertain,
        long abandoned,
        long inProgress) {

    static DigestView of(Report report) {
        var run = report.run();
        var counts = report.counts();
        var audience = Math.max(run.audience(), counts.total());
        var inProgress = audience - counts.total() + counts.claimed();
        return new DigestView(
                run.id().value(),
                status(report, inProgress + counts.deferred() + counts.repeated()),
                run.from(),
                run.to(),
                run.posts(),
                audience,
                counts.sent(),
                counts.deferred(),
                counts.bounced(),
                counts.suppressed(),
                counts.uncertain() + counts.repeated(),
                counts.abandoned(),
                inProgress);
    }

    private static String status(Report report, long open) {
        return switch (report.run().state()) {
            case PLANNING -> "planning";
            case EMPTY -> "empty";
            case PLANNED -> open > 0 ? "sending" : report.counts().uncertain() > 0 ? "uncertain" : "done";
        };
    }
}
