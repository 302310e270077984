package org.vedette.gateway.states;

/** An instance has not reached the state that was required of it. */
final class LaggingInstanceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LaggingInstanceException(long state, long required) {
        super("The instance has state %d, and %d is required".formatted(state, required), null, false, false);
    }
}
