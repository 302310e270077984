package org.vedette.notification.webhooks.receivers;

/** The address of a receiver is none that messages may be sent to; the message says why, as the end of a sentence. */
public final class InvalidReceiverException extends RuntimeException {

    public InvalidReceiverException(String reason) {
        super(reason, null, false, false);
    }
}
