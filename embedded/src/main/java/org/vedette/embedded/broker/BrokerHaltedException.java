package org.vedette.embedded.broker;

import org.jspecify.annotations.Nullable;
import org.vedette.embedded.EmbeddedStartException;

/** Thrown when Kafka gives up while the broker starts, or does not finish its start in time. */
public final class BrokerHaltedException extends EmbeddedStartException {

    BrokerHaltedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
