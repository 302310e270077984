package org.vedette.gateway.fallback;

/** Tells the server to close a connection in the middle of an answer. The cause has been logged. */
class ResponseAbortedException extends RuntimeException {

    ResponseAbortedException() {
        super("The answer broke off", null, false, false);
    }
}
