package org.vedette.gateway.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.vedette.gateway.secrets.Secret;
import reactor.core.publisher.Mono;

/**
 * Counts an attempt before it is made, so that attempts at the same time cannot all pass, and takes it back when it
 * succeeds. Accounts that do not exist are counted as well: a lockout does not tell which do.
 */
final class Lockout {

    private static final int CONCURRENT_ATTEMPTS = 5;
    private static final Duration BUSY = Duration.ofSeconds(1);

    /** Says that another attempt was counted at the same time. */
    private static final Duration LOST = Duration.ofMillis(-1);

    private final LoginAttempts attempts;
    private final InstantSource clock;

    Lockout(LoginAttempts attempts, InstantSource clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Begins an attempt. Returns for how long none is allowed; zero when this one is. */
    Mono<Duration> begin(String login, String client) {
        return count(keyOfClient(client), LockoutPolicy.OF_CLIENT, CONCURRENT_ATTEMPTS)
                .flatMap(wait -> isAllowed(wait)
                        ? count(keyOfAccount(login), LockoutPolicy.OF_ACCOUNT, CONCURRENT_ATTEMPTS)
                        : Mono.just(wait));
    }

    /** A client that knows one password has not earned another's: only this attempt of it is taken back. */
    Mono<Void> succeeded(String login, String client) {
        return attempts.clear(keyOfAccount(login)).then(takeBack(keyOfClient(client), CONCURRENT_ATTEMPTS));
    }

    /**
     * The password was right, and the second factor is still to come: nobody has failed, and the code may be tried at once.
     * Earlier failures stay counted, and a wrong code is one more, because a stolen password must not buy guesses of the code.
     */
    Mono<Void> halfSucceeded(String login, String client) {
        return replace(keyOfAccount(login), LockoutPolicy.OF_ACCOUNT::withoutLast, CONCURRENT_ATTEMPTS)
                .then(takeBack(keyOfClient(client), CONCURRENT_ATTEMPTS));
    }

    /** The attempt was not made after all, for example because too many people are signing in. */
    Mono<Void> withdrawn(String login, String client) {
        return takeBack(keyOfAccount(login), CONCURRENT_ATTEMPTS)
                .then(takeBack(keyOfClient(client), CONCURRENT_ATTEMPTS));
    }

    static boolean isAllowed(Duration wait) {
        return wait.isZero() || wait.isNegative();
    }

    private Mono<Duration> count(String key, LockoutPolicy policy, int tries) {
        if (tries == 0) {
            return Mono.just(BUSY);
        }
        var now = clock.instant();
        return attempts.of(key)
                .flatMap(count -> count(key, count, policy, now))
                .switchIfEmpty(Mono.defer(() -> attempts.replace(key, null, new AttemptCount(1, now)))
                        .map(Lockout::zeroIf))
                .flatMap(wait -> wait.equals(LOST) ? count(key, policy, tries - 1) : Mono.just(wait));
    }

    private Mono<Duration> count(String key, AttemptCount count, LockoutPolicy policy, Instant now) {
        var forgotten = LockoutPolicy.isForgotten(count, now);
        var wait = forgotten ? Duration.ZERO : policy.remaining(count, now);
        return isAllowed(wait)
                ? attempts.replace(key, count, new AttemptCount(forgotten ? 1 : count.failures() + 1, now))
                        .map(Lockout::zeroIf)
                : Mono.just(wait);
    }

    private static Duration zeroIf(boolean counted) {
        return counted ? Duration.ZERO : LOST;
    }

    private Mono<Void> takeBack(String key, int tries) {
        return replace(key, count -> new AttemptCount(Math.max(0, count.failures() - 1), count.lastAt()), tries);
    }

    private Mono<Void> replace(String key, UnaryOperator<AttemptCount> change, int tries) {
        return tries == 0
                ? Mono.empty()
                : attempts.of(key)
                        .flatMap(count -> attempts.replace(key, count, change.apply(count)))
                        .filter(replaced -> !replaced)
                        .flatMap(lost -> replace(key, change, tries - 1));
    }

    /** People type passwords into the wrong field, so the store holds no name. */
    private static String keyOfAccount(String login) {
        return "account:" + Secret.sha256(login);
    }

    private static String keyOfClient(String client) {
        return "client:" + client;
    }
}
