package org.vedette.notification.reports;

import java.time.Instant;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.alerts.Occasion;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.AlertControl.State;
import org.vedette.notification.digests.DigestRun;

/**
 * How far an alert or a digest is. The numbers always add up: {@code audience = sent + deferred + bounced + suppressed
 * + uncertain + abandoned + inProgress}.
 *
 * @param title of the post, or what the digest is
 * @param planned the number of those who wanted it when it was planned; 0 until then
 */
public record Progress(
        AlertId id,
        String title,
        Stage stage,
        Instant createdAt,
        long planned,
        DeliveryCounts counts,
        AlertControl control) {

    /** How far planning is, and whether what was planned still holds. */
    public enum Stage {
        PLANNING,
        PLANNED,
        TOO_OLD,
        WITHDRAWN,
        EMPTY
    }

    static Progress of(Alert alert, DeliveryCounts counts, AlertControl control) {
        return new Progress(
                alert.id(), title(alert), stage(alert.state()), alert.createdAt(), alert.audience(), counts, control);
    }

    private static String title(Alert alert) {
        if (alert.occasion() instanceof Occasion.Publication) {
            return alert.post().title();
        }
        return (alert.occasion() instanceof Occasion.Correction ? "Correction: " : "Withdrawn: ")
                + alert.post().title();
    }

    static Progress of(DigestRun run, DeliveryCounts counts, AlertControl control) {
        return new Progress(
                run.id(),
                "Digest " + run.schedule().id(),
                stage(run.state()),
                run.createdAt(),
                run.audience(),
                counts,
                control);
    }

    /** The number of subscribers it goes to, as far as it is known now. */
    public long audience() {
        // A plan repeated after a crash can miss a subscriber who got the mail by the first plan and unsubscribed
        // since.
        return Math.max(planned, counts.total());
    }

    /** The number of deliveries whose mail was handed over without a reply, whether or not they are sent again. */
    public long uncertain() {
        return counts.uncertain() + counts.repeated();
    }

    /** The number of deliveries that are being attempted now or were not attempted yet. */
    public long inProgress() {
        return audience() - counts.total() + counts.claimed();
    }

    /** The number of deliveries that are still attempted by themselves. */
    public long open() {
        return inProgress() + counts.deferred() + counts.repeated();
    }

    /** The number of deliveries that failed and may be sent again. */
    public long failed() {
        return counts.bounced() + counts.abandoned();
    }

    /** Whether anything of it may still be sent by itself. */
    public boolean isOpen() {
        return stage == Stage.PLANNING || open() > 0;
    }

    public Status status() {
        return switch (stage) {
            case TOO_OLD -> Status.TOO_OLD;
            case WITHDRAWN -> Status.WITHDRAWN;
            case EMPTY -> Status.EMPTY;
            default -> statusOfDeliverable();
        };
    }

    private Status statusOfDeliverable() {
        if (control.state() == State.CANCELLED) {
            return Status.CANCELLED;
        }
        if (isOpen() && control.isHeld()) {
            return control.state() == State.PAUSED ? Status.PAUSED : Status.WAITING;
        }
        if (stage == Stage.PLANNING) {
            return Status.PLANNING;
        }
        return open() > 0 ? Status.SENDING : statusOfSent();
    }

    private Status statusOfSent() {
        if (uncertain() > 0) {
            return Status.UNCERTAIN;
        }
        // A digest with nothing to tell for anybody has not failed.
        var wanted = id.isDigest() ? failed() : audience();
        return wanted > 0 && counts.sent() == 0 ? Status.FAILED : Status.DONE;
    }

    private static Stage stage(AlertState state) {
        if (state instanceof AlertState.Planning) {
            return Stage.PLANNING;
        }
        if (state instanceof AlertState.TooOld) {
            return Stage.TOO_OLD;
        }
        return state instanceof AlertState.Withdrawn ? Stage.WITHDRAWN : Stage.PLANNED;
    }

    private static Stage stage(DigestRun.State state) {
        return switch (state) {
            case PLANNING -> Stage.PLANNING;
            case PLANNED -> Stage.PLANNED;
            case EMPTY -> Stage.EMPTY;
        };
    }
}
