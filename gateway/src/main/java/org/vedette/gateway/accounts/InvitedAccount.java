package org.vedette.gateway.accounts;

import java.time.Instant;

/** An account whose person has not chosen a password yet, and cannot sign in. */
public record InvitedAccount(Profile profile, long revision, Instant invitedAt) implements Account {

    public ActiveAccount activate(String passwordHash, Instant now) {
        return new ActiveAccount(profile, revision + 1, new Password(passwordHash, now), null);
    }
}
