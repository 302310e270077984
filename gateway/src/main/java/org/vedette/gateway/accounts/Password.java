package org.vedette.gateway.accounts;

import java.time.Instant;

/** The hash of a password, with its parameters, and when it was set. */
public record Password(String hash, Instant setAt) {

    /** Of a person who signs in elsewhere: no password is right. */
    public static Password none(Instant now) {
        return new Password("", now);
    }

    @Override
    public String toString() {
        return "Password[setAt=" + setAt + "]";
    }
}
