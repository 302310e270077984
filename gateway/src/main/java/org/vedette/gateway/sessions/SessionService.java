package org.vedette.gateway.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts, finds and ends sessions. Any gateway instance knows all of them, and the account is looked up at each use. */
public final class SessionService {

    private static final Duration SECOND_FACTOR_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

    /** The id of no session. */
    private static final String NONE = "";

    private final Sessions sessions;
    private final ActiveAccounts accounts;
    private final SecretGenerator secrets;
    private final SessionTimeouts timeouts;
    private final InstantSource clock;

    public SessionService(
            Sessions sessions,
            ActiveAccounts accounts,
            SecretGenerator secrets,
            SessionTimeouts timeouts,
            InstantSource clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.secrets = secrets;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    public Mono<SignedIn> start(ActiveAccount account, ClientDescription origin) {
        var secret = secrets.next();
        var now = clock.instant();
        var session = new ActiveSession(
                secret.sha256(), account.id(), account.revision(), now, now, now.plus(timeouts.absolute()), origin);
        return sessions.add(session).thenReturn(new SignedIn(account, session, secret));
    }

    /** Starts a session that waits for the second factor. */
    public Mono<Secret> startPending(ActiveAccount account) {
        var secret = secrets.next();
        var expiresAt = clock.instant().plus(SECOND_FACTOR_TIMEOUT);
        return sessions.add(new PendingSession(secret.sha256(), account.id(), account.revision(), expiresAt))
                .thenReturn(secret);
    }

    /** Empty when there is no such session, when its time is over, or when one cannot be signed in with the account any more. */
    public Mono<SignedIn> signedIn(Secret secret) {
        return sessions.with(secret.sha256())
                .ofType(ActiveSession.class)
                .filter(this::isCurrent)
                .flatMap(session -> accountOf(session)
                        .flatMap(account -> touch(session).thenReturn(new SignedIn(account, session, secret))));
    }

    /** Empty when there is no such session, or when the password that started it is not that of the account any more. */
    public Mono<PendingSignIn> pending(Secret secret) {
        return sessions.with(secret.sha256())
                .ofType(PendingSession.class)
                .filter(session -> clock.instant().isBefore(session.expiresAt()))
                .flatMap(session -> accountOf(session).map(account -> new PendingSignIn(account, session)));
    }

    /** Removing the sessions of a password that was replaced may have failed; the account says that they are over. */
    private Mono<ActiveAccount> accountOf(Session session) {
        return accounts.with(session.account()).filter(account -> account.acceptsSessionOf(session.accountRevision()));
    }

    /** The sessions of a person, the one that was used last first. */
    public Flux<ActiveSession> of(AccountId account) {
        return accounts.with(account)
                .flatMapMany(active -> sessions.of(account)
                        .filter(session -> isCurrent(session) && active.acceptsSessionOf(session.accountRevision())))
                .sort((one, other) -> other.lastSeenAt().compareTo(one.lastSeenAt()));
    }

    public Mono<Void> end(String id) {
        return sessions.end(id);
    }

    /** Ends all sessions of a person. */
    public Mono<Void> endAll(AccountId account) {
        return sessions.endOthers(account, NONE);
    }

    public Mono<Map<AccountId, Instant>> lastSeen() {
        return sessions.lastSeen();
    }

    public Mono<Void> endOthers(SignedIn person) {
        return sessions.endOthers(person.account().id(), person.session().id());
    }

    private boolean isCurrent(ActiveSession session) {
        var now = clock.instant();
        return now.isBefore(session.expiresAt())
                && now.isBefore(session.lastSeenAt().plus(timeouts.idle()));
    }

    private Mono<Void> touch(ActiveSession session) {
        Instant now = clock.instant();
        return session.lastSeenAt().plus(TOUCH_INTERVAL).isAfter(now) ? Mono.empty() : sessions.touch(session, now);
    }
}
