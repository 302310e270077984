package org.vedette.gateway.secondfactor;

import java.time.InstantSource;
import java.util.Optional;

/** Sets up and checks second factors, whose secrets are stored encrypted. An owner is the id of an account. */
public final class SecondFactors {

    private final SecretCipher cipher;
    private final InstantSource clock;

    public SecondFactors(SecretCipher cipher, InstantSource clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Whether there is a key to encrypt a secret with. */
    public boolean canBeSetUp() {
        return cipher.hasKey();
    }

    /** A new second factor; empty when the password is not the one that an app shows. */
    public Optional<SecondFactor> setUp(TotpSecret secret, RecoveryCodes codes, String password, String owner) {
        return Totp.matchingStep(secret, password, clock.instant())
                .map(step -> new SecondFactor(cipher.encrypt(secret, owner), step, codes.hashes()));
    }

    /**
     * The second factor after a one-time password was used; empty when the password is wrong or was used before.
     *
     * @throws UnreadableSecretException when the secret cannot be decrypted
     */
    public Optional<SecondFactor> use(SecondFactor factor, String password, String owner) {
        return Totp.isPassword(password)
                ? Totp.matchingStep(cipher.decrypt(factor.secret(), owner), password, clock.instant())
                        .flatMap(factor::useStep)
                : Optional.empty();
    }

    public boolean isEncrypted(SecondFactor factor) {
        return cipher.isEncrypted(factor.secret());
    }

    /**
     * The second factor with its secret encrypted with the last key; empty when it is already, or when there is no key.
     *
     * @throws UnreadableSecretException when the secret cannot be decrypted
     */
    public Optional<SecondFactor> encryptAgain(SecondFactor factor, String owner) {
        return !cipher.hasKey() || cipher.isCurrent(factor.secret())
                ? Optional.empty()
                : Optional.of(factor.withSecret(cipher.encrypt(cipher.decrypt(factor.secret(), owner), owner)));
    }

    /**
     * Checks that the secret can be decrypted.
     *
     * @throws UnreadableSecretException when it cannot
     */
    public void requireReadable(SecondFactor factor, String owner) {
        var unused = cipher.decrypt(factor.secret(), owner);
    }
}
