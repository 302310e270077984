package org.vedette.gateway.accounts;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts (port). */
public interface Accounts {

    /** Adds an account; false when there is one with its id or its login name. */
    Mono<Boolean> add(Account account);

    /** Replaces the revision before; false when the account has changed meanwhile. */
    Mono<Boolean> replace(Account next);

    Mono<Account> with(AccountId id);

    Mono<Account> with(LoginName login);

    /** All accounts, in no order. They are few: the people who write. */
    Flux<Account> all();

    /** Whether there is no account in any state. */
    Mono<Boolean> isEmpty();
}
