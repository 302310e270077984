package org.vedette.gateway.oidc;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.oidc.OidcResult.Accepted;
import org.vedette.gateway.oidc.OidcResult.Denied;
import org.vedette.gateway.oidc.OidcResult.Refused;
import org.vedette.gateway.oidc.OidcResult.Unavailable;
import reactor.core.publisher.Mono;

/** A login at the provider, from leaving to coming back. */
final class OidcLogin {

    private static final Logger log = LoggerFactory.getLogger(OidcLogin.class);

    private final OidcClient client;
    private final OidcAccounts accounts;
    private final LoginStateCodec states;
    private final AuditLog audit;
    private final InstantSource clock;

    OidcLogin(OidcClient client, OidcAccounts accounts, LoginStateCodec states, AuditLog audit, InstantSource clock) {
        this.client = client;
        this.accounts = accounts;
        this.states = states;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where the browser goes.
     *
     * @param cookie what it brings back
     */
    record Leaving(URI address, String cookie) {}

    Leaving begin(String next) {
        var state = client.begin(next);
        return new Leaving(client.address(state), states.write(state));
    }

    Optional<LoginState> read(String cookie) {
        return states.read(cookie);
    }

    /** Exchanges the code. Failures that are not of the provider are those of the store. */
    Mono<OidcResult> finish(LoginState state, String code, String from) {
        return client.finish(state, code)
                .flatMap(user -> admit(user, from))
                .onErrorResume(OidcLogin::isOfProvider, failure -> failed(failure, from));
    }

    /** The provider came back with an error in place of a code. */
    Mono<OidcResult> refuse(String reason, String from) {
        log.warn("The identity provider refused a login: {}", reason);
        return recordFailure("unknown", "The identity provider refused it", from)
                .thenReturn(new Refused());
    }

    private Mono<OidcResult> admit(OidcUser user, String from) {
        return accounts.signIn(user, from)
                .<OidcResult>map(
                        account -> new Accepted(account, user.getIdToken().getTokenValue()))
                .switchIfEmpty(Mono.defer(() -> accounts.loginNameOf(user)
                        .flatMap(who -> recordFailure(who, "No group gives a role, or the account is disabled", from))
                        .thenReturn(new Denied())));
    }

    private Mono<OidcResult> failed(Throwable failure, String from) {
        if (causes(failure).anyMatch(OidcLogin::isOutage)) {
            log.warn("The identity provider does not answer: {}", failure.toString());
            return Mono.just(new Unavailable());
        }
        return refuse(failure.toString(), from);
    }

    private Mono<Void> recordFailure(String who, String detail, String from) {
        return audit.record(new AuditEvent(clock.instant(), who, from, AuditAction.LOGIN_FAILED, detail));
    }

    private static boolean isOfProvider(Throwable failure) {
        return failure instanceof AuthenticationException
                || failure instanceof WebClientException
                || failure instanceof TimeoutException;
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof WebClientRequestException || failure instanceof TimeoutException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
