package org.vedette.gateway.accounts;

import java.time.Instant;

/** An account that is shut: it has neither password nor second factor any more, and its sessions and tokens are refused. */
public record DisabledAccount(Profile profile, long revision, Instant disabledAt) implements Account {

    @Override
    public DisabledAccount withProfile(Profile next) {
        return new DisabledAccount(next, revision + 1, disabledAt);
    }

    /** Only for a person who signs in at an identity provider: there is no password any more. */
    public ActiveAccount enable(Instant now) {
        return ActiveAccount.since(revision + 1, profile, Password.none(now));
    }

    public InvitedAccount inviteAgain(Instant now) {
        return new InvitedAccount(profile, revision + 1, now);
    }
}
