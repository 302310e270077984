package org.vedette.notification.selfservice.web;

/** What was sent with a form cannot be chosen; the message is for people. */
class InvalidChoiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidChoiceException(String message) {
        super(message);
    }
}
