package org.vedette.starter.kafka;

/** Reports that topics could not be created because the broker cannot be reached. */
final class TopicsUnavailableException extends RuntimeException {

    TopicsUnavailableException() {
        super("the broker cannot be reached, so the topics cannot be created yet", null, false, false);
    }
}
