package org.vedette.gateway.files;

/** A file named in the settings is invalid; it prevents the start of the gateway. */
public class InvalidFileException extends RuntimeException {

    private final String description;
    private final String action;

    public InvalidFileException(String description, String action) {
        super(description);
        this.description = description;
        this.action = action;
    }

    public String description() {
        return description;
    }

    public String action() {
        return action;
    }
}
