package org.vedette.gateway.identity;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.web.SessionCookies;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Mono;

/** Authenticates a request by its session cookie. Without one, or with one that is not known, it is anonymous. */
final class SessionContextRepository implements ServerSecurityContextRepository {

    private static final Logger log = LoggerFactory.getLogger(SessionContextRepository.class);

    private final SessionService sessions;
    private final SessionCookies cookies;
    private final boolean optional;

    private SessionContextRepository(SessionService sessions, SessionCookies cookies, boolean optional) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.optional = optional;
    }

    static SessionContextRepository required(SessionService sessions, SessionCookies cookies) {
        return new SessionContextRepository(sessions, cookies, false);
    }

    /** Where a request is anonymous as well while the store is unavailable. */
    static SessionContextRepository optional(SessionService sessions, SessionCookies cookies) {
        return new SessionContextRepository(sessions, cookies, true);
    }

    /** The gateway starts sessions itself. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    /** Several filters ask; the store is asked once. */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.session(exchange.getRequest()))
                .flatMap(sessions::signedIn)
                .<SecurityContext>map(person -> new SecurityContextImpl(new SessionAuthentication(person)))
                .onErrorResume(failure -> optional && MongoFailures.isOutage(failure), this::anonymous)
                .cache();
    }

    private Mono<SecurityContext> anonymous(Throwable outage) {
        log.debug("Treating a person as a reader, because the store is unavailable", outage);
        return Mono.empty();
    }
}
