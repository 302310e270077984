package org.vedette.notification.reports.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.reports.ProgressService.DigestProgress;

/**
 * A digest in the API for editors.
 *
 * @param id made of the schedule and the time it was due
 * @param status {@code planning}, {@code empty} when there was nothing to tell, {@code paused}, {@code cancelled},
 *     {@code sending}, {@code uncertain} when an operator has to say what became of some mails, {@code failed} when
 *     mails failed and nobody got one, or {@code done}
 * @param from it tells of what was published after
 * @param to and until then, when it was due
 * @param posts the posts that were published in between
 * @param audience how many subscribers get digests by this schedule; the sum of the seven numbers after it
 * @param control what operators decided; missing when nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        long inProgress,
        @Nullable ControlView control) {

    static DigestView of(DigestProgress digest) {
        var run = digest.run();
        var progress = digest.progress();
        var counts = progress.counts();
        return new DigestView(
                run.id().value(),
                progress.status().word(),
                run.from(),
                run.to(),
                run.posts(),
                progress.audience(),
                counts.sent(),
                counts.deferred(),
                counts.bounced(),
                counts.suppressed(),
                progress.uncertain(),
                counts.abandoned(),
                progress.inProgress(),
                ControlView.of(progress.control()));
    }
}
