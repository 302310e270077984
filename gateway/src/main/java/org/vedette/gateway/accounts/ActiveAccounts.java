package org.vedette.gateway.accounts;

import reactor.core.publisher.Mono;

/** The accounts with which people can be signed in. Where local accounts are off, only those of the identity provider are. */
public final class ActiveAccounts {

    private final Accounts accounts;
    private final boolean local;

    /** @param local whether accounts with a password of this site are among them */
    public ActiveAccounts(Accounts accounts, boolean local) {
        this.accounts = accounts;
        this.local = local;
    }

    public Mono<ActiveAccount> with(AccountId id) {
        return local || id.isOfProvider() ? accounts.with(id).ofType(ActiveAccount.class) : Mono.empty();
    }

    public boolean includeLocal() {
        return local;
    }
}
