package org.vedette.gateway.identity;

/** A file named in the settings cannot be used; the gateway does not start with it. */
class UnusableFileException extends RuntimeException {

    private final String description;
    private final String action;

    UnusableFileException(String description, String action) {
        super(description);
        this.description = description;
        this.action = action;
    }

    String description() {
        return description;
    }

    String action() {
        return action;
    }
}
