package org.vedette.feed.entries.messaging;

/** A record that never becomes an event, however often it is read. */
final class UnreadableEvent extends RuntimeException {

    UnreadableEvent(String reason) {
        super(reason);
    }

    UnreadableEvent(String reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
    }
}
