package org.vedette.notification.studio.web;

import java.util.ArrayList;
import java.util.List;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.Status;
import org.vedette.notification.studio.web.AlertPage.Action;

/** What operators can do with an alert or a digest in its state. */
final class AlertActions {

    static final String PAUSE = "pause";
    static final String RESUME = "resume";
    static final String CANCEL = "cancel";
    static final String APPROVE = "approve";
    static final String RESEND = "resend";

    private AlertActions() {}

    static List<Action> of(Progress progress) {
        var status = progress.status();
        var actions = new ArrayList<Action>();
        if (status == Status.WAITING) {
            actions.add(new Action(APPROVE, "Approve", "The mails go out.", false));
        }
        if (status == Status.PAUSED) {
            actions.add(new Action(RESUME, "Resume", "What is left goes out.", false));
        }
        if (status == Status.SENDING || status == Status.PLANNING) {
            actions.add(new Action(PAUSE, "Pause", "What is in flight arrives; the rest waits for you.", false));
        }
        if (isOpen(status)) {
            actions.add(new Action(
                    CANCEL, "Cancel for good", "What is not sent is not sent any more. This cannot be undone.", true));
        }
        if (progress.failed() > 0 && !status.isEnded() && status != Status.CANCELLED) {
            actions.add(new Action(
                    RESEND,
                    "Send again what failed",
                    AlertWords.number(progress.failed())
                            + " mails bounced or were abandoned. Whoever has left or is suppressed gets nothing.",
                    false));
        }
        return actions;
    }

    private static boolean isOpen(Status status) {
        return status == Status.WAITING
                || status == Status.PAUSED
                || status == Status.SENDING
                || status == Status.PLANNING;
    }
}
