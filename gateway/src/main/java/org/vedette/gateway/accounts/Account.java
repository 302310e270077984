package org.vedette.gateway.accounts;

/** An account in one of its states. Every change makes another revision. */
public sealed interface Account permits InvitedAccount, ActiveAccount, DisabledAccount {

    Profile profile();

    /** 1 for a new account. */
    long revision();

    default AccountId id() {
        return profile().id();
    }
}
