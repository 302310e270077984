package org.vedette.gateway.login.web;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.SignedIn;
import org.vedette.gateway.sessions.web.Browsers;
import org.vedette.gateway.sessions.web.SessionCookies;
import reactor.core.publisher.Mono;

/** Starts and ends the session of a browser. */
@Component
public class SignInService {

    private final SessionService sessions;
    private final SessionCookies cookies;
    private final AuditLog audit;
    private final InstantSource clock;

    SignInService(SessionService sessions, SessionCookies cookies, AuditLog audit, InstantSource clock) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person whose browser sends the request. */
    public Mono<SignedIn> signedIn(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.session(exchange.getRequest())).flatMap(sessions::signedIn);
    }

    /** Starts a session, always with a new secret; the one that the browser had ends. */
    public Mono<Void> signIn(ActiveAccount account, ServerWebExchange exchange) {
        return renew(account, exchange).then(record(account, exchange, AuditAction.SIGNED_IN));
    }

    /** Gives a session another secret. */
    public Mono<Void> renew(ActiveAccount account, ServerWebExchange exchange) {
        return endOwn(exchange)
                .then(sessions.start(account, Browsers.describe(exchange.getRequest())))
                .doOnNext(person -> {
                    cookies.clearForm(exchange.getResponse());
                    cookies.setSession(exchange.getResponse(), person.secret());
                })
                .then();
    }

    /** Ends the session of the browser, and forgets the cookie in any case. */
    public Mono<Void> signOut(ServerWebExchange exchange) {
        cookies.clear(exchange.getResponse());
        return signedIn(exchange)
                .flatMap(person -> sessions.end(person.session().id())
                        .then(record(person.account(), exchange, AuditAction.SIGNED_OUT)));
    }

    /** Ends the session that the browser has, before another one takes its cookie. */
    Mono<Void> endOwn(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.session(exchange.getRequest()))
                .map(Secret::sha256)
                .flatMap(sessions::end);
    }

    private Mono<Void> record(ActiveAccount account, ServerWebExchange exchange, AuditAction action) {
        var client = Clients.of(exchange.getRequest()).address();
        return audit.record(
                new AuditEvent(clock.instant(), account.profile().login().value(), client, action, ""));
    }
}
