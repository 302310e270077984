package org.vedette.gateway.accounts.web;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.PasswordHasher;
import org.vedette.gateway.accounts.PasswordRules;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.html.Form;
import org.vedette.gateway.login.LoginResult.Accepted;
import org.vedette.gateway.login.LoginResult.LockedOut;
import org.vedette.gateway.login.LoginService;
import org.vedette.gateway.login.web.SignInService;
import org.vedette.gateway.secondfactor.SecondFactor;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.SignedIn;
import reactor.core.publisher.Mono;

/**
 * Changes that people make to their own accounts. Each is recorded; each that a found laptop must not be able to make needs the
 * password once more. A refused change returns what is wrong with it, as a sentence.
 */
@Component
class AccountChanges {

    private static final String CONFLICT = "The account has changed meanwhile. Please try again.";

    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final LoginService logins;
    private final SessionService sessions;
    private final SignInService signIns;
    private final AuditLog audit;
    private final InstantSource clock;

    AccountChanges(
            Accounts accounts,
            PasswordHasher passwords,
            LoginService logins,
            SessionService sessions,
            SignInService signIns,
            AuditLog audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.logins = logins;
        this.sessions = sessions;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes the password. All other sessions end, and this one gets a new secret. */
    Mono<String> password(SignedIn person, Form form, ServerWebExchange exchange) {
        var next = form.text("new-password");
        var violation = violation(person.account(), next, form.text("repeated-password"));
        if (violation.isPresent()) {
            return Mono.justOrEmpty(violation);
        }
        return confirm(person, form, exchange)
                .switchIfEmpty(Mono.defer(() -> passwords.hash(next))
                        .map(hash -> person.account().withPassword(hash, clock.instant()))
                        .flatMap(account -> replace(account, AuditAction.PASSWORD_CHANGED, exchange)
                                .switchIfEmpty(Mono.defer(() -> sessions.endOthers(person))
                                        .then(signIns.renew(account, exchange))
                                        .then(Mono.empty()))));
    }

    /** Sets the second factor, or removes it. */
    Mono<String> secondFactor(SignedIn person, @Nullable SecondFactor next, Form form, ServerWebExchange exchange) {
        var action = next == null ? AuditAction.SECOND_FACTOR_REMOVED : AuditAction.SECOND_FACTOR_ADDED;
        return confirm(person, form, exchange)
                .switchIfEmpty(Mono.defer(() -> replace(person.account().withSecondFactor(next), action, exchange)));
    }

    Mono<Void> endOtherSessions(SignedIn person, ServerWebExchange exchange) {
        return sessions.endOthers(person)
                .then(record(person.account(), AuditAction.SESSION_ENDED, "all others", exchange));
    }

    /** Ends a session of this person; one of another person's is left alone. */
    Mono<Void> endSession(SignedIn person, String id, ServerWebExchange exchange) {
        return sessions.of(person.account().id())
                .filter(session -> session.id().equals(id))
                .next()
                .flatMap(session -> sessions.end(id)
                        .then(record(
                                person.account(),
                                AuditAction.SESSION_ENDED,
                                session.origin().browser(),
                                exchange)));
    }

    private static Optional<String> violation(ActiveAccount account, String password, String repeated) {
        return PasswordRules.violation(password, account.profile())
                .or(() -> password.equals(repeated)
                        ? Optional.empty()
                        : Optional.of("The two new passwords are not the same."));
    }

    private Mono<String> confirm(SignedIn person, Form form, ServerWebExchange exchange) {
        return logins.confirm(
                        person.account(),
                        form.text("password"),
                        Clients.of(exchange.getRequest()).address())
                .flatMap(result -> {
                    if (result instanceof Accepted) {
                        return Mono.empty();
                    }
                    return Mono.just(
                            result instanceof LockedOut
                                    ? "Too many attempts have failed. Try again in some minutes."
                                    : "Your current password is wrong.");
                });
    }

    private Mono<String> replace(ActiveAccount next, AuditAction action, ServerWebExchange exchange) {
        return accounts.replace(next)
                .flatMap(replaced ->
                        replaced ? record(next, action, "", exchange).then(Mono.empty()) : Mono.just(CONFLICT));
    }

    private Mono<Void> record(ActiveAccount account, AuditAction action, String detail, ServerWebExchange exchange) {
        var client = Clients.of(exchange.getRequest()).address();
        return audit.record(
                new AuditEvent(clock.instant(), account.profile().login().value(), client, action, detail));
    }
}
