package org.vedette.gateway.secondfactor;

/** The secret of a second factor cannot be decrypted. */
public class UnreadableSecretException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableSecretException(String message) {
        super(message);
    }
}
