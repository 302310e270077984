package org.vedette.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identifies an account for good; names and addresses may change. The id of a person who signs in at an identity provider is
 * derived from the name there (a UUID of version 3), so that it tells such an account from a local one.
 */
public record AccountId(UUID value) {

    private static final int NAME_BASED = 3;

    /** A subject is unique at its issuer only (OpenID Connect Core §5.7). */
    public static AccountId ofProvider(String issuer, String subject) {
        var name = issuer + "\n" + subject;
        return new AccountId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    public boolean isOfProvider() {
        return value.version() == NAME_BASED;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
