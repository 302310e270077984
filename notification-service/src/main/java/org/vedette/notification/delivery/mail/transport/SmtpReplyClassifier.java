package org.vedette.notification.delivery.mail.transport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vedette.notification.delivery.servers.Answer;

/**
 * Tells whose fault a refusal is: by phase, reply code (RFC 5321 §4.2) and enhanced status code (RFC 3463). Only a mailbox
 * that does not exist is the recipient's; everything else may end, and is deferred.
 */
public final class SmtpReplyClassifier {

    private static final int PERMANENT = 500;

    private static final Pattern STATUS = Pattern.compile("^[45]\\d\\d[ -]([45])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private static final Pattern GREYLISTED =
            Pattern.compile("gr[ea]y-?list|come back later", Pattern.CASE_INSENSITIVE);

    /** Bad sender's mailbox and system address (RFC 3463 §3.2): about us. */
    private static final Pattern ABOUT_THE_SENDER = Pattern.compile("1\\.[78]");

    /** Full, or a message too long for it, or a list's fault (RFC 3463 §3.3): it exists. */
    private static final Pattern MAILBOX_BUSY = Pattern.compile("2\\.[234]");

    /** Disabled (RFC 3463 §3.3). */
    private static final String DISABLED = "2.1";

    /** Says nothing beyond the reply code (RFC 3463 §3.1). */
    private static final String UNDEFINED = "0.0";

    private SmtpReplyClassifier() {}

    static Answer classify(SmtpPhase phase, int code, String text) {
        return code < PERMANENT ? transientRefusal(phase, code, text) : permanentRefusal(phase, code, text);
    }

    /** Whether the server says that the mailbox does not exist, and not only that it takes no mail. */
    public static boolean saysNoSuchMailbox(String text) {
        return text.startsWith("5") && "1.1".equals(status(text));
    }

    private static Answer transientRefusal(SmtpPhase phase, int code, String text) {
        if (code == 421 || (phase != SmtpPhase.RCPT && phase != SmtpPhase.END)) {
            return Answer.BUSY;
        }
        var status = status(text);
        return status.startsWith("2.")
                        || status.startsWith("1.")
                        || GREYLISTED.matcher(text).find()
                ? Answer.MAILBOX_BUSY
                : Answer.BUSY;
    }

    private static Answer permanentRefusal(SmtpPhase phase, int code, String text) {
        if (phase != SmtpPhase.RCPT) {
            return Answer.REFUSED;
        }
        var status = status(text);
        if (status.isEmpty() || status.equals(UNDEFINED)) {
            return code == 550 || code == 551 || code == 553 ? Answer.NO_MAILBOX : Answer.REFUSED;
        }
        if (MAILBOX_BUSY.matcher(status).matches()) {
            return Answer.MAILBOX_BUSY;
        }
        return status.equals(DISABLED)
                        || (status.startsWith("1.")
                                && !ABOUT_THE_SENDER.matcher(status).matches())
                ? Answer.NO_MAILBOX
                : Answer.REFUSED;
    }

    /** Subject and detail of the enhanced status code, as in {@code 1.1}; empty when there is none. */
    private static String status(String text) {
        var status = STATUS.matcher(text);
        return status.find() ? subjectAndDetail(status) : "";
    }

    private static String subjectAndDetail(Matcher status) {
        return status.group(2) + "." + status.group(3);
    }
}
