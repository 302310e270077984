package org.vedette.starter.failures;

/** A server that is needed does not answer; what was attempted is repeated later. It has no stack trace. */
public class ServerUnavailableException extends RuntimeException {

    public ServerUnavailableException(String message) {
        super(message, null, false, false);
    }
}
