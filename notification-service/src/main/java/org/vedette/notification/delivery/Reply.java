package org.vedette.notification.delivery;

/** What came of an attempt to hand a mail to the mail server; {@code text} is the server's own words where it has any. */
public sealed interface Reply {

    String text();

    /** The server took the mail. */
    record Accepted(String text) implements Reply {}

    /** It certainly did not take it, and may do so later. */
    record TryLater(String text) implements Reply {}

    /** It certainly did not take it, and never will. */
    record Refused(String text, boolean noSuchMailbox) implements Reply {}

    /** The connection broke when the whole mail was out and before the answer was in. */
    record Unclear(String text) implements Reply {}
}
