package org.vedette.notification.bounces.mail.reports;

import java.util.Set;
import org.vedette.notification.bounces.Report.Kind;

/** The types of feedback (RFC 5965 §7.3, and those that are registered since). */
final class FeedbackTypes {

    /** The person does not want such mail. */
    private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "opt-out", "opt-out-list", "complaint");

    private FeedbackTypes() {}

    /** {@code not-spam}, {@code virus}, {@code auth-failure}, {@code other} and what is unknown end no subscription. */
    static Kind kind(String type) {
        return COMPLAINTS.contains(type) ? Kind.COMPLAINT : Kind.FEEDBACK;
    }
}
