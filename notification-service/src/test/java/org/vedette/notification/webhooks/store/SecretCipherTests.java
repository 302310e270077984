package org.vedette.notification.webhooks.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCipherTests {

    private static final String FIRST_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String SECOND_KEY = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @Test
    void aSecretIsEncryptedWithTheLastKeyAndReadWithEachOne() {
        var before = cipher(FIRST_KEY).encrypt("https://hooks.example/secret", "owner");
        var now = cipher(FIRST_KEY, SECOND_KEY);

        var stored = now.encrypt("https://hooks.example/secret", "owner");

        assertThat(stored).startsWith("aes-gcm:").doesNotContain("secret").isNotEqualTo(before);
        assertThat(now.decrypt(before, "owner")).isEqualTo("https://hooks.example/secret");
        assertThat(now.decrypt(stored, "owner")).isEqualTo("https://hooks.example/secret");
        assertThatIllegalStateException().isThrownBy(() -> cipher(FIRST_KEY).decrypt(stored, "owner"));
        assertThatIllegalStateException().isThrownBy(() -> cipher().decrypt(stored, "owner"));
    }

    @Test
    void aSecretOfAnotherOwnerOrAChangedOneIsNotAccepted() {
        var cipher = cipher(FIRST_KEY);
        var stored = cipher.encrypt("secret", "owner");
        var changed = stored.substring(0, stored.length() - 2) + (stored.endsWith("AA") ? "BB" : "AA");

        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt(stored, "other"));
        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt(changed, "owner"));
        assertThatIllegalStateException()
                .isThrownBy(() -> cipher.decrypt(stored.substring(0, stored.lastIndexOf(':') + 5), "owner"));
    }

    @Test
    void withoutAKeyASecretIsStoredAsItIs() {
        assertThat(cipher().encrypt("secret", "owner")).isEqualTo("secret");
        assertThat(cipher(FIRST_KEY).decrypt("secret", "owner")).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no base64 at all!"})
    void whatIsNoKeyIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> cipher(line)).withMessageContaining("32 bytes");
    }

    private static SecretCipher cipher(String... keys) {
        return new SecretCipher(List.of(keys), new SecureRandom());
    }
}
