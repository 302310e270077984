package org.vedette.gateway.sessions;

import java.time.Instant;
import java.util.Map;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sessions (port). */
public interface Sessions {

    Mono<Void> add(Session session);

    Mono<Session> with(String id);

    /** Sets when an active session was used last, unless it was ended meanwhile. */
    Mono<Void> touch(ActiveSession session, Instant now);

    /** When each person who ever signed in was seen last, to the minute, whether the session goes on or not. */
    Mono<Map<AccountId, Instant>> lastSeen();

    /** The sessions with which a person is signed in. */
    Flux<ActiveSession> of(AccountId account);

    Mono<Void> end(String id);

    /** Ends the sessions of a person, pending ones too, except for one. */
    Mono<Void> endOthers(AccountId account, String except);

    /** Removes the sessions whose time is over. */
    Mono<Void> forgetExpired(Instant now);

    /** How many there are, about. */
    Mono<Long> count();
}
