package org.vedette.gateway.links;

import java.time.Instant;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Mono;

/** The one-time links (port). */
public interface AccountLinks {

    /** Stores a link in place of the one that its account had. */
    Mono<Void> put(AccountLink link);

    Mono<AccountLink> with(String id);

    Mono<AccountLink> of(AccountId account);

    /** Removes a link; false when it was used or replaced meanwhile. */
    Mono<Boolean> use(AccountLink link);

    /** Removes the link of an account, if it has one. */
    Mono<Void> remove(AccountId account);

    /** Removes the links whose time is over. */
    Mono<Void> forgetExpired(Instant now);
}
