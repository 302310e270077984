package org.vedette.gateway.tokens;

import java.time.Instant;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The API tokens of people (port). */
public interface PersonalTokens {

    Mono<Void> add(PersonalToken token);

    Mono<PersonalToken> with(String id);

    Flux<PersonalToken> of(AccountId owner);

    /** Removes a token of this owner; false when there is none. */
    Mono<Boolean> remove(AccountId owner, String id);

    /** Sets when a token was used last, unless it was removed meanwhile. */
    Mono<Void> touch(String id, Instant now);

    /** Removes the tokens that expired before an instant. */
    Mono<Void> forgetExpired(Instant end);
}
