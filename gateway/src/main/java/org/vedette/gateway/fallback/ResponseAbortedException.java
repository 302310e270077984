package org.vedette.gateway.fallback;

/** Makes the server close a connection whose response is incomplete. It has no stack trace: its cause has been logged. */
class ResponseAbortedException extends RuntimeException {

    ResponseAbortedException() {
        super("The response was aborted", null, false, false);
    }
}
