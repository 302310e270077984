package org.vedette.gateway.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.gateway.secondfactor.SecondFactor;

/**
 * An account with which a person can sign in.
 *
 * @param secondFactor null when a password is enough
 */
public record ActiveAccount(
        Profile profile,
        long revision,
        Password password,
        @Nullable SecondFactor secondFactor) implements Account {

    @Override
    public ActiveAccount withProfile(Profile next) {
        return new ActiveAccount(next, revision + 1, password, secondFactor);
    }

    public ActiveAccount withPassword(String hash, Instant now) {
        return new ActiveAccount(profile, revision + 1, new Password(hash, now), secondFactor);
    }

    /** Sets the second factor; null removes it. */
    public ActiveAccount withSecondFactor(@Nullable SecondFactor next) {
        return new ActiveAccount(profile, revision + 1, password, next);
    }

    /** The account as it was before another revision. */
    public ActiveAccount restoredAfter(Account next) {
        return new ActiveAccount(profile, next.revision() + 1, password, secondFactor);
    }

    public DisabledAccount disable(Instant now) {
        return new DisabledAccount(profile, revision + 1, now);
    }
}
