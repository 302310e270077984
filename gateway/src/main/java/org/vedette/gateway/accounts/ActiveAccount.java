package org.vedette.gateway.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.gateway.secondfactor.SecondFactor;

/**
 * An account with which a person can sign in.
 *
 * @param secondFactor null when a password is enough
 * @param sessionsFrom the revision since which sessions are valid. It is written together with what ends the sessions before
 *     it, so that they are refused even when they could not be removed
 */
public record ActiveAccount(
        Profile profile,
        long revision,
        Password password,
        @Nullable SecondFactor secondFactor,
        long sessionsFrom) implements Account {

    /** An account that is active from this revision on. */
    static ActiveAccount since(long revision, Profile profile, Password password) {
        return new ActiveAccount(profile, revision, password, null, revision);
    }

    /** A new account. */
    public static ActiveAccount first(Profile profile, Password password) {
        return since(1, profile, password);
    }

    @Override
    public ActiveAccount withProfile(Profile next) {
        return new ActiveAccount(next, revision + 1, password, secondFactor, sessionsFrom);
    }

    /** Sets the password; the sessions that were started before are not valid any more. */
    public ActiveAccount withPassword(String hash, Instant now) {
        var next = revision + 1;
        return new ActiveAccount(profile, next, new Password(hash, now), secondFactor, next);
    }

    /** Sets the second factor; null removes it. */
    public ActiveAccount withSecondFactor(@Nullable SecondFactor next) {
        return new ActiveAccount(profile, revision + 1, password, next, sessionsFrom);
    }

    /** Removes the second factor; the sessions that were started before are not valid any more. */
    public ActiveAccount withoutSecondFactor() {
        return since(revision + 1, profile, password);
    }

    /** Whether a session is valid that was started with a revision of the account. */
    public boolean acceptsSessionOf(long startedWith) {
        return startedWith >= sessionsFrom;
    }

    /** The account as it was before another revision. */
    public ActiveAccount restoredAfter(Account next) {
        return new ActiveAccount(profile, next.revision() + 1, password, secondFactor, sessionsFrom);
    }

    public DisabledAccount disable(Instant now) {
        return new DisabledAccount(profile, revision + 1, now);
    }
}
