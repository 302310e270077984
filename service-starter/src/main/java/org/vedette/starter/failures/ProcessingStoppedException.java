package org.vedette.starter.failures;

/**
 * Reports that a Kafka record was not processed to its end because the process stops. That is no failure: the record is
 * processed again by another process, or by this one after its restart.
 */
public final class ProcessingStoppedException extends RuntimeException {

    /** @param message what is left to do; becomes the end of a log line */
    public ProcessingStoppedException(String message) {
        super(message);
    }
}
