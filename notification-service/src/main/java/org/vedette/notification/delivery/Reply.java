package org.vedette.notification.delivery;

import java.time.Duration;
import java.util.regex.Pattern;

/** The result of an attempt to hand a mail to the mail server; {@code text} is the server's reply if there was one. */
public sealed interface Reply {

    /** The reply code (RFC 5321 §4.2) and the enhanced status code (RFC 3463) a reply begins with. */
    Pattern CODES = Pattern.compile("^[2-5]\\d\\d(?:[ -][245]\\.\\d{1,3}\\.\\d{1,3})?\\b");

    String text();

    /** The part that may be logged; the text usually quotes the subscriber's address. */
    default String codes() {
        var codes = CODES.matcher(text());
        return codes.find() ? codes.group() : "no reply code";
    }

    /** The server accepted the mail. */
    record Accepted(String text) implements Reply {}

    /**
     * The server did not accept the mail, and may do so later.
     *
     * @param ofTheServer whether the reason lies with the server or with us, so that it may end for all mails at once
     */
    record TryLater(String text, boolean ofTheServer) implements Reply {

        /** For a reason that lies with this mail or its recipient. */
        public TryLater(String text) {
            this(text, false);
        }
    }

    /** The mail was not offered to a server, or to one that takes no mail at all. It does not count as an attempt. */
    record Postponed(String text, Duration pause) implements Reply {}

    /**
     * The mailbox takes no mail, for good; others got theirs from the same server.
     *
     * @param noSuchMailbox whether the server said that it does not exist (RFC 3463 X.1.1)
     */
    record Refused(String text, boolean noSuchMailbox) implements Reply {}

    /** The connection broke after the whole mail was sent and before the reply arrived. */
    record Uncertain(String text) implements Reply {}
}
