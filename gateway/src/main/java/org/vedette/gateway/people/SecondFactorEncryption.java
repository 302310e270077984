package org.vedette.gateway.people;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.secondfactor.SecondFactor;
import org.vedette.gateway.secondfactor.SecondFactors;
import org.vedette.gateway.secondfactor.UnreadableSecretException;
import reactor.core.publisher.Mono;

/**
 * Encrypts the secrets of second factors that are stored as they are, or with a key that is not the last one any more. Names the
 * people whose secret cannot be read, so that a missing key is noticed before they sign in.
 */
final class SecondFactorEncryption {

    private static final Logger log = LoggerFactory.getLogger(SecondFactorEncryption.class);

    private final Accounts accounts;
    private final SecondFactors factors;

    SecondFactorEncryption(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    /** Encrypts what is due, and returns how many secrets that were. Fails when an account has changed meanwhile. */
    Mono<Long> run() {
        return accounts.all()
                .ofType(ActiveAccount.class)
                .filter(account -> account.secondFactor() != null)
                .collectList()
                .doOnNext(this::warn)
                .flatMapIterable(list -> list)
                .concatMap(account -> Mono.justOrEmpty(encrypted(account)).flatMap(this::replace))
                .count()
                .doOnNext(SecondFactorEncryption::log);
    }

    private Mono<ActiveAccount> replace(ActiveAccount next) {
        return accounts.replace(next)
                .flatMap(replaced -> replaced
                        ? Mono.just(next)
                        : Mono.error(new IllegalStateException("The account has changed meanwhile: "
                                + next.profile().login())));
    }

    private Optional<ActiveAccount> encrypted(ActiveAccount account) {
        var factor = account.secondFactor();
        if (factor == null) {
            return Optional.empty();
        }
        try {
            var owner = account.id().toString();
            factors.requireReadable(factor, owner);
            return factors.encryptAgain(factor, owner).map(account::withSecondFactor);
        } catch (UnreadableSecretException e) {
            log.error(
                    "{} can sign in with recovery codes only: {}. Put the key back into the file, or remove the second "
                            + "factor at /admin/people",
                    account.profile().login(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private void warn(List<ActiveAccount> withFactor) {
        var plain = withFactor.stream()
                .map(ActiveAccount::secondFactor)
                .filter(factor -> factor != null && isPlain(factor))
                .count();
        if (plain > 0 && !factors.canBeSetUp()) {
            log.warn("The secrets of {} second factors are stored unencrypted: set VEDETTE_ENCRYPTION_KEY", plain);
        }
    }

    private boolean isPlain(SecondFactor factor) {
        return !factors.isEncrypted(factor);
    }

    private static void log(long count) {
        if (count > 0) {
            log.info("Encrypted the secrets of {} second factors with the last key of VEDETTE_ENCRYPTION_KEY", count);
        }
    }
}
