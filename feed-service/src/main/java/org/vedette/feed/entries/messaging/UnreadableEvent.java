package org.vedette.feed.entries.messaging;

/** A record that never becomes an event, however often it is read. */
final class UnreadableEvent extends RuntimeException {

    UnreadableEvent(String reason) {
        super(reason);
    }

    UnreadableEvent(String reason, Throwable cause) {
        super(reason + ": " + firstLine(cause), cause);
    }

    /** What comes after it, in a parser's message, is where in the source of the parser it was. */
    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
