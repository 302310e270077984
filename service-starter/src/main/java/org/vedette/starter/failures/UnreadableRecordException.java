package org.vedette.starter.failures;

import org.jspecify.annotations.Nullable;

/**
 * Reports that a Kafka record can never be processed, however often it is tried: its bytes cannot be parsed, or what they
 * say breaks the contract. This is the only failure of a listener that makes a record a dead letter; every other one is
 * retried in order until it succeeds.
 */
public class UnreadableRecordException extends RuntimeException {

    /** @param message what is wrong with the record; becomes the reason in the dead letter's headers */
    public UnreadableRecordException(String message) {
        super(message);
    }

    /**
     * Reports an unreadable record with its cause.
     *
     * @param message what is wrong with the record; becomes the reason in the dead letter's headers
     */
    public UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
