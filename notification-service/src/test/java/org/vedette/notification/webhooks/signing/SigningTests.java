package org.vedette.notification.webhooks.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.WebhookSignature;

class SigningTests {

    private static final Signature SIGNATURE = new WebhookSignature();

    /** The example of the specification Standard Webhooks. */
    @Test
    void aMessageIsSignedAsTheSpecificationSays() {
        var secrets = SigningSecrets.of(new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        var signature =
                secrets.sign(SIGNATURE, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), body);

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void theSecretBeforeSignsAsWellForAWhile() {
        var before = SigningSecret.of(new byte[32]);
        var next = SigningSecret.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        var now = Instant.parse("2026-11-30T10:00:00Z");
        var secrets = SigningSecrets.of(before).rotated(next, Duration.ofHours(24), now);
        var later = now.plus(Duration.ofHours(23));
        var tooLate = now.plus(Duration.ofHours(24));

        assertThat(secrets.sign(SIGNATURE, "a", later, new byte[0]))
                .isEqualTo(SIGNATURE.sign(next, "a", later.getEpochSecond(), new byte[0]) + " "
                        + SIGNATURE.sign(before, "a", later.getEpochSecond(), new byte[0]));
        assertThat(secrets.sign(SIGNATURE, "a", tooLate, new byte[0]))
                .isEqualTo(SIGNATURE.sign(next, "a", tooLate.getEpochSecond(), new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa w"})
    void whatIsNoSecretIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SigningSecret(text));
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(SigningSecret.of(new byte[32]).toString()).doesNotContain("AAAA");
    }
}
