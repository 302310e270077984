package org.vedette.gateway.accounts;

import java.time.Instant;

/** The hash of a password, with its parameters, and when it was set. */
public record Password(String hash, Instant setAt) {

    @Override
    public String toString() {
        return "Password[setAt=" + setAt + "]";
    }
}
