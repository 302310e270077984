package org.vedette.notification.delivery.mail.request;

import java.util.Locale;
import org.vedette.notification.controls.AlertControl.Action;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.reports.Progress;

/**
 * What the team is told about an alert.
 *
 * @param subject what it is about
 * @param reason what has happened, and what to do
 */
public record NoticeWording(String subject, String reason) {

    /** Says why it comes, at the end of a mail. */
    public static final String OTHERWISE = "You get this because your address is in VEDETTE_NOTIFICATION_NOTICES_TO.";

    /** What its link is for. */
    public static final String ACTION = "See the alert in the studio";

    /** The wording of a notice. */
    public static NoticeWording of(Notice notice, Progress progress) {
        var title = "“" + progress.title() + "”";
        return switch (notice) {
            case WAITING ->
                new NoticeWording(
                        "Waits for a second look: " + progress.title(),
                        "The alert about " + title + " waits until somebody approves it: " + why(progress)
                                + ". Nothing of it has been sent.");
            case HALTED ->
                new NoticeWording(
                        "No mail server takes mail: " + progress.title(),
                        "No mail server took mail for more than a minute while the alert about " + title
                                + " was being sent. " + numbers(progress)
                                + " The rest goes by itself as soon as one takes mail again.");
            case FAILED ->
                new NoticeWording(
                        "Nobody got the mail: " + progress.title(),
                        "The alert about " + title + " has ended, and nobody got a mail. " + numbers(progress)
                                + " The page says what the mail servers answered; what failed can be sent again there.");
        };
    }

    private static String why(Progress progress) {
        var held = progress.control().last(Action.HELD);
        return held == null || held.note() == null ? "it is large" : held.note();
    }

    private static String numbers(Progress progress) {
        var counts = progress.counts();
        return String.format(
                Locale.US,
                "Of %,d mails %,d are sent, %,d wait, %,d bounced and %,d were abandoned.",
                progress.audience(),
                counts.sent(),
                progress.open(),
                counts.bounced(),
                counts.abandoned());
    }
}
