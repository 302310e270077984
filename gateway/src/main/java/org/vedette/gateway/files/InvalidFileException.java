package org.vedette.gateway.identity;

/** A file named in the settings is invalid; it prevents the start of the gateway. */
class InvalidFileException extends RuntimeException {

    private final String description;
    private final String action;

    InvalidFileException(String description, String action) {
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
