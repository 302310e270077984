package org.vedette.gateway.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.secrets.SecretGenerator;

class SecondFactorTests {

    private static final TotpSecret SECRET = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:10Z");

    private static final String OWNER = "ada";

    private final SecretCipher cipher = TestCiphers.cipher(TestCiphers.KEY);
    private final SecondFactors factors = new SecondFactors(cipher, () -> NOW);
    private final SecondFactor factor = new SecondFactor(cipher.encrypt(SECRET, OWNER), 0, Set.of());

    /** RFC 6238, appendix B, of which an app shows the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void passwordsAreThoseOfTheStandard(long second, String password) {
        assertThat(Totp.at(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(password);
    }

    @Test
    void theSecretIsWrittenInBase32() {
        assertThat(SECRET.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(TotpSecret.parse("gezd gnbv gy3t qojq gezd gnbv gy3t qojq")).contains(SECRET);
        assertThat(TotpSecret.parse("GEZD1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, 0, 30})
    void aPasswordOfTheStepBeforeOrAfterIsAccepted(int seconds) {
        var password = Totp.at(SECRET, Totp.step(NOW.plusSeconds(seconds)));

        assertThat(factors.use(factor, password, OWNER)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void anOlderOrLaterPasswordIsRefused(int seconds) {
        var password = Totp.at(SECRET, Totp.step(NOW.plusSeconds(seconds)));

        assertThat(factors.use(factor, password, OWNER)).isEmpty();
    }

    @Test
    void aPasswordIsAcceptedOnce() {
        var password = Totp.at(SECRET, Totp.step(NOW));

        var used = factors.use(factor, password, OWNER).orElseThrow();

        assertThat(factors.use(used, password, OWNER)).isEmpty();
    }

    @Test
    void aPasswordFromBeforeTheOneThatWasUsedIsRefused() {
        var used = factors.use(factor, Totp.at(SECRET, Totp.step(NOW)), OWNER).orElseThrow();

        assertThat(factors.use(used, Totp.at(SECRET, Totp.step(NOW) - 1), OWNER))
                .isEmpty();
    }

    @Test
    void eachOfTenRecoveryCodesIsAcceptedOnce() {
        var codes = RecoveryCodes.generate(new SecretGenerator(new SecureRandom()));
        var withCodes = new SecondFactor(factor.secret(), 0, codes.hashes());
        var code = codes.codes().get(3);

        var used = withCodes
                .useRecoveryCode(" " + code.toUpperCase(java.util.Locale.ROOT))
                .orElseThrow();

        assertThat(codes.codes()).hasSize(10).allMatch(each -> each.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
        assertThat(used.recoveryCodes()).hasSize(9);
        assertThat(used.useRecoveryCode(code)).isEmpty();
    }

    @Test
    void theLinkForAppsNamesSiteAndLogin() {
        assertThat(SECRET.keyUri("Our Blog", "ada@example.org"))
                .hasToString("otpauth://totp/Our%20Blog:ada%40example.org"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Our%20Blog");
    }
}
