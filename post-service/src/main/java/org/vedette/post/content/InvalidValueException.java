package org.vedette.post.content;

/** Signals an invalid value; the message completes "The field …" and says what to change. */
public final class InvalidValueException extends IllegalArgumentException {

    public InvalidValueException(String message) {
        super(message);
    }
}
