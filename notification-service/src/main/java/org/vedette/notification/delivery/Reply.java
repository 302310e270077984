package org.vedette.notification.delivery;

import java.util.regex.Pattern;

/** What came of an attempt to hand a mail to the mail server; {@code text} is the server's own words where it has any. */
public sealed interface Reply {

    /** The code and the enhanced status code (RFC 3463) an answer begins with. */
    Pattern CODES = Pattern.compile("^[2-5]\\d\\d(?:[ -][245]\\.\\d{1,3}\\.\\d{1,3})?\\b");

    String text();

    /** What may be logged: the server's own words usually quote the subscriber's address. */
    default String codes() {
        var codes = CODES.matcher(text());
        return codes.find() ? codes.group() : "no answer";
    }

    /** The server took the mail. */
    record Accepted(String text) implements Reply {}

    /** It certainly did not take it, and may do so later. */
    record TryLater(String text) implements Reply {}

    /** It certainly did not take it, and never will. */
    record Refused(String text, boolean noSuchMailbox) implements Reply {}

    /** The connection broke when the whole mail was out and before the answer was in. */
    record Unclear(String text) implements Reply {}
}
