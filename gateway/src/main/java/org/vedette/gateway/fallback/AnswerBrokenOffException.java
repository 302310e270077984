package org.vedette.gateway.fallback;

/** Tells the server to close a connection in the middle of an answer. The cause has been logged. */
class AnswerBrokenOffException extends RuntimeException {

    AnswerBrokenOffException() {
        super("The answer broke off", null, false, false);
    }
}
