package org.vedette.starter.kafka;

import org.vedette.starter.failures.ServerUnavailableException;

/** Reports that topics could not be created because the broker cannot be reached. */
final class TopicsUnavailableException extends ServerUnavailableException {

    TopicsUnavailableException() {
        super("the broker cannot be reached, so the topics cannot be created yet");
    }
}
