package org.vedette.gateway.tokens;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Creates, finds and revokes tokens. A token is looked up at each use, so that it is revoked on all instances at once. */
public final class PersonalTokenService {

    /** What a token begins with, so that it is recognized where it must not be. */
    static final String PREFIX = "vedette_pat_";

    private static final Pattern FORMAT = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

    private final PersonalTokens tokens;
    private final ActiveAccounts accounts;
    private final SecretGenerator secrets;
    private final AuditLog audit;
    private final InstantSource clock;

    public PersonalTokenService(
            PersonalTokens tokens,
            ActiveAccounts accounts,
            SecretGenerator secrets,
            AuditLog audit,
            InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    public Mono<CreatedToken> create(
            ActiveAccount owner, String name, Set<TokenScope> scopes, Duration validity, String client) {
        var secret = secrets.next(PREFIX);
        var now = clock.instant();
        var token = new PersonalToken(secret.sha256(), owner.id(), name, scopes, now, now.plus(validity), null);
        return tokens.add(token)
                .then(audit.record(event(owner, client, AuditAction.TOKEN_CREATED, name)))
                .thenReturn(new CreatedToken(token, secret));
    }

    public Flux<PersonalToken> of(AccountId owner) {
        return tokens.of(owner).sort((one, other) -> other.createdAt().compareTo(one.createdAt()));
    }

    /** Revokes a token; does nothing when the owner has no such token. */
    public Mono<Void> revoke(ActiveAccount owner, String id, String client) {
        return tokens.with(id)
                .flatMap(token -> tokens.remove(owner.id(), id)
                        .filter(Boolean::booleanValue)
                        .flatMap(removed ->
                                audit.record(event(owner, client, AuditAction.TOKEN_REVOKED, token.name()))));
    }

    /** Empty when the token is unknown, revoked or expired, or when its owner's account is not active. */
    public Mono<TokenHolder> holder(Secret secret) {
        return Mono.just(secret)
                .filter(each -> FORMAT.matcher(each.value()).matches())
                .flatMap(each -> tokens.with(each.sha256()))
                .filter(token -> clock.instant().isBefore(token.expiresAt()))
                .flatMap(token -> accounts.with(token.owner())
                        .flatMap(owner -> touch(token).thenReturn(new TokenHolder(owner, token))));
    }

    private Mono<Void> touch(PersonalToken token) {
        var now = clock.instant();
        var lastUsedAt = token.lastUsedAt();
        return lastUsedAt != null && lastUsedAt.plus(TOUCH_INTERVAL).isAfter(now)
                ? Mono.empty()
                : tokens.touch(token.id(), now);
    }

    private AuditEvent event(ActiveAccount owner, String client, AuditAction action, String name) {
        Instant now = clock.instant();
        return new AuditEvent(now, owner.profile().login().value(), client, action, name);
    }
}
