package org.vedette.gateway.secondfactor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The second factor of an account: one-time passwords, and recovery codes for the day the phone is lost.
 *
 * @param lastStep the newest time step whose password was used; older and equal ones are refused (RFC 6238 §5.2)
 * @param recoveryCodes hashes of the codes that are left
 */
public record SecondFactor(StoredSecret secret, long lastStep, Set<String> recoveryCodes) {

    public SecondFactor {
        recoveryCodes = Set.copyOf(recoveryCodes);
    }

    /** The second factor after the password of a time step was used; empty when that or a later one was used before. */
    Optional<SecondFactor> useStep(long step) {
        return step > lastStep ? Optional.of(new SecondFactor(secret, step, recoveryCodes)) : Optional.empty();
    }

    SecondFactor withSecret(StoredSecret next) {
        return new SecondFactor(next, lastStep, recoveryCodes);
    }

    /** The second factor after a recovery code was used; empty when there is no such code. */
    public Optional<SecondFactor> useRecoveryCode(String code) {
        var hash = RecoveryCodes.hash(code);
        if (!recoveryCodes.contains(hash)) {
            return Optional.empty();
        }
        var left = new HashSet<>(recoveryCodes);
        left.remove(hash);
        return Optional.of(new SecondFactor(secret, lastStep, left));
    }
}
