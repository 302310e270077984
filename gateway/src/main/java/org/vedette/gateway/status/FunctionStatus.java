package org.vedette.gateway.status;

import java.time.Instant;
import org.vedette.starter.status.FunctionState;

/**
 * How well a function works, and since when that has been so.
 *
 * @param since when this was first seen by this instance of the gateway
 */
record FunctionStatus(PublicFunction function, FunctionState state, Instant since) {

    boolean works() {
        return state == FunctionState.WORKS;
    }

    /** The status after another look. */
    FunctionStatus next(FunctionState seen, Instant now) {
        return seen == state ? this : new FunctionStatus(function, seen, now);
    }
}
