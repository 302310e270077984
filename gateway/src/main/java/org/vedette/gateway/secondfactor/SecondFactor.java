package org.vedette.gateway.secondfactor;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The second factor of an account: one-time passwords, and recovery codes for the day the phone is lost.
 *
 * @param lastStep the newest time step whose password was used; older and equal ones are refused (RFC 6238 §5.2)
 * @param recoveryCodes hashes of the codes that are left
 */
public record SecondFactor(TotpSecret secret, long lastStep, Set<String> recoveryCodes) {

    public SecondFactor {
        recoveryCodes = Set.copyOf(recoveryCodes);
    }

    /** The second factor after a one-time password was used; empty when the password is wrong or was used before. */
    public Optional<SecondFactor> use(String password, Instant now) {
        return Totp.matchingStep(secret, password, now)
                .filter(step -> step > lastStep)
                .map(step -> new SecondFactor(secret, step, recoveryCodes));
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
