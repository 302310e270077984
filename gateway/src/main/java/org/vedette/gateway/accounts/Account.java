package org.vedette.gateway.accounts;

/** An account in one of its states. Every change makes another revision. */
public sealed interface Account permits InvitedAccount, ActiveAccount, DisabledAccount {

    Profile profile();

    /** 1 for a new account. */
    long revision();

    /** The account with another profile of the same person. */
    Account withProfile(Profile next);

    /** Whether the person can sign in and manage accounts. */
    default boolean isActiveAdmin() {
        return this instanceof ActiveAccount && profile().roles().contains(Role.ADMIN);
    }

    default AccountId id() {
        return profile().id();
    }
}
