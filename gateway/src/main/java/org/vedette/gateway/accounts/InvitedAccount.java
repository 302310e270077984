package org.vedette.gateway.accounts;

import java.time.Instant;

/** An account whose person has not chosen a password yet, and cannot sign in. */
public record InvitedAccount(Profile profile, long revision, Instant invitedAt) implements Account {

    @Override
    public InvitedAccount withProfile(Profile next) {
        return new InvitedAccount(next, revision + 1, invitedAt);
    }

    public ActiveAccount activate(String passwordHash, Instant now) {
        return ActiveAccount.since(revision + 1, profile, new Password(passwordHash, now));
    }

    /** Starts the time for accepting the invite anew. */
    public InvitedAccount inviteAgain(Instant now) {
        return new InvitedAccount(profile, revision + 1, now);
    }
}
