package org.vedette.gateway.resilience;

/** A service, or a proxy in front of it, answered that it cannot answer. It has no stack trace: it reports no fault here. */
class UnusableResponseException extends RuntimeException {

    private final int status;

    UnusableResponseException(int status) {
        super("Status " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
