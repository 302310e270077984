package org.vedette.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.gateway.secondfactor.TestCiphers.KEY;
import static org.vedette.gateway.secondfactor.TestCiphers.OTHER_KEY;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.InMemoryAccounts;
import org.vedette.gateway.accounts.TestAccounts;
import org.vedette.gateway.secondfactor.SecondFactor;
import org.vedette.gateway.secondfactor.SecondFactors;
import org.vedette.gateway.secondfactor.SecretCipher;
import org.vedette.gateway.secondfactor.TestCiphers;
import org.vedette.gateway.secondfactor.TestCodes;

class SecondFactorEncryptionTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final ActiveAccount ada = TestAccounts.anAccountWithSecondFactor();

    @Test
    void aSecretThatIsStoredAsItIsGetsEncryptedAndGoesOnWorking() {
        add(ada);
        add(TestAccounts.anActiveAccount());

        assertThat(encrypt(factors(KEY))).isEqualTo(1);

        assertThat(stored().secret().text()).startsWith("aes-gcm:").doesNotContain(SECRET);
        assertThat(isAccepted(factors(KEY))).isTrue();
        assertThat(stored().recoveryCodes()).isEqualTo(secondFactorOf(ada).recoveryCodes());
        assertThat(encrypt(factors(KEY))).as("a second run").isZero();
    }

    @Test
    void anotherLastKeyEncryptsAgainSoThatTheOldOneCanBeRemoved() {
        add(ada);
        assertThat(encrypt(factors(KEY))).isEqualTo(1);

        assertThat(encrypt(factors(KEY, OTHER_KEY))).isEqualTo(1);

        assertThat(isAccepted(factors(OTHER_KEY))).isTrue();
    }

    @Test
    void aSecretWhoseKeyIsMissingStaysAsItIs() {
        add(ada);
        assertThat(encrypt(factors(KEY))).isEqualTo(1);
        var before = stored();

        assertThat(encrypt(factors(OTHER_KEY))).isZero();

        assertThat(stored()).isEqualTo(before);
        assertThat(isAccepted(factors(OTHER_KEY, KEY))).isTrue();
    }

    @Test
    void withoutAKeyNothingIsChanged() {
        add(ada);

        assertThat(encrypt(new SecondFactors(SecretCipher.withoutKey(), () -> TestAccounts.THEN)))
                .isZero();

        assertThat(stored()).isEqualTo(ada.secondFactor());
    }

    private void add(ActiveAccount account) {
        assertThat(accounts.add(account).block(TIMEOUT)).isTrue();
    }

    private long encrypt(SecondFactors factors) {
        return Objects.requireNonNull(
                new SecondFactorEncryption(accounts, factors).run().block(TIMEOUT));
    }

    private SecondFactor stored() {
        return secondFactorOf(Objects.requireNonNull(
                accounts.with(ada.id()).ofType(ActiveAccount.class).block(TIMEOUT)));
    }

    private boolean isAccepted(SecondFactors factors) {
        var code = TestCodes.at(SECRET, TestAccounts.THEN);
        return factors.use(stored(), code, ada.id().toString()).isPresent();
    }

    private static SecondFactor secondFactorOf(ActiveAccount account) {
        return Objects.requireNonNull(account.secondFactor());
    }

    private static SecondFactors factors(String... keys) {
        return new SecondFactors(TestCiphers.cipher(keys), () -> TestAccounts.THEN);
    }
}
