package org.vedette.gateway.people;

import java.time.Duration;
import java.time.InstantSource;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.links.AccountLinks;
import org.vedette.gateway.login.LoginAttempts;
import org.vedette.gateway.sessions.Sessions;
import org.vedette.gateway.tokens.PersonalTokens;
import reactor.core.publisher.Mono;

/** Removes what is over. Nothing depends on it: what has expired is refused whether it is still stored or not. */
final class PeopleSweeper {

    /** An expired token is listed for a while, so that its owner learns why a script stopped. */
    private static final Duration EXPIRED_TOKENS = Duration.ofDays(30);

    private static final Duration ATTEMPTS = Duration.ofDays(1);

    private final Sessions sessions;
    private final PersonalTokens tokens;
    private final LoginAttempts attempts;
    private final AccountLinks links;
    private final AuditLog audit;
    private final Duration auditRetention;
    private final InstantSource clock;

    PeopleSweeper(
            Sessions sessions,
            PersonalTokens tokens,
            LoginAttempts attempts,
            AccountLinks links,
            AuditLog audit,
            Duration auditRetention,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.attempts = attempts;
        this.links = links;
        this.audit = audit;
        this.auditRetention = auditRetention;
        this.clock = clock;
    }

    Mono<Void> sweep() {
        var now = clock.instant();
        return sessions.forgetExpired(now)
                .then(tokens.forgetExpired(now.minus(EXPIRED_TOKENS)))
                .then(attempts.forgetBefore(now.minus(ATTEMPTS)))
                .then(links.forgetExpired(now))
                .then(audit.forgetBefore(now.minus(auditRetention)));
    }
}
