package org.vedette.gateway.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.gateway.secondfactor.TestCiphers.KEY;
import static org.vedette.gateway.secondfactor.TestCiphers.OTHER_KEY;
import static org.vedette.gateway.secondfactor.TestCiphers.cipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.files.InvalidFileException;

class SecretCipherTests {

    private static final TotpSecret SECRET = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @TempDir
    private Path directory;

    @Test
    void aSecretComesBackAsItWasAndIsNotInWhatIsStored() {
        var stored = cipher(KEY).encrypt(SECRET, "ada");

        assertThat(stored.text()).startsWith("aes-gcm:").doesNotContain(SECRET.base32());
        assertThat(cipher(KEY).decrypt(stored, "ada")).isEqualTo(SECRET);
    }

    @Test
    void theSameSecretIsStoredDifferentlyEachTime() {
        assertThat(cipher(KEY).encrypt(SECRET, "ada")).isNotEqualTo(cipher(KEY).encrypt(SECRET, "ada"));
    }

    @Test
    void aSecretOfAnEarlierReleaseIsReadAsItIs() {
        var stored = new StoredSecret(SECRET.base32());

        assertThat(cipher(KEY).decrypt(stored, "ada")).isEqualTo(SECRET);
        assertThat(SecretCipher.withoutKey().decrypt(stored, "ada")).isEqualTo(SECRET);
        assertThat(cipher(KEY).isCurrent(stored)).isFalse();
    }

    @Test
    void theLastKeyEncryptsAndTheOthersDecrypt() {
        var old = cipher(KEY).encrypt(SECRET, "ada");
        var both = cipher(KEY, OTHER_KEY);

        assertThat(both.decrypt(old, "ada")).isEqualTo(SECRET);
        assertThat(both.isCurrent(old)).isFalse();
        assertThat(cipher(OTHER_KEY).decrypt(both.encrypt(SECRET, "ada"), "ada"))
                .isEqualTo(SECRET);
    }

    @Test
    void aMissingKeyIsNamed() {
        var stored = cipher(KEY).encrypt(SECRET, "ada");
        var id = stored.text().split(":", -1)[1];

        assertThatThrownBy(() -> cipher(OTHER_KEY).decrypt(stored, "ada"))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining("VEDETTE_ENCRYPTION_KEY")
                .hasMessageContaining(id);
    }

    @Test
    void theSecretOfAnotherAccountIsRefused() {
        var stored = cipher(KEY).encrypt(SECRET, "ada");

        assertThatThrownBy(() -> cipher(KEY).decrypt(stored, "grace")).isInstanceOf(UnreadableSecretException.class);
    }

    @Test
    void aChangedSecretIsRefused() {
        var text = cipher(KEY).encrypt(SECRET, "ada").text();
        var changed =
                new StoredSecret(text.substring(0, text.length() - 4) + (text.endsWith("AAAA") ? "BBBB" : "AAAA"));

        assertThatThrownBy(() -> cipher(KEY).decrypt(changed, "ada")).isInstanceOf(UnreadableSecretException.class);
    }

    @Test
    void aFileHasAKeyOnEachLine() throws IOException {
        var file =
                Files.writeString(directory.resolve("keys"), "# of June\n" + KEY + "\n\n# of December\n" + OTHER_KEY);

        var cipher = EncryptionKeyFile.read(file);

        assertThat(cipher(OTHER_KEY).decrypt(cipher.encrypt(SECRET, "ada"), "ada"))
                .isEqualTo(SECRET);
        assertThat(cipher.decrypt(cipher(KEY).encrypt(SECRET, "ada"), "ada")).isEqualTo(SECRET);
    }

    @Test
    void aKeyWithoutPaddingInTheOtherAlphabetIsTheSame() throws IOException {
        var text = "-_8" + KEY.substring(3, 43);
        var file = Files.writeString(directory.resolve("keys"), text + "\n");
        var same = cipher("+/8" + KEY.substring(3));

        assertThat(same.isCurrent(EncryptionKeyFile.read(file).encrypt(SECRET, "ada")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing", "short", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", "?"
            })
    void aFileWithoutAValidKeyPreventsTheStart(String text) throws IOException {
        var file = Files.writeString(directory.resolve("keys"), text);

        assertThatThrownBy(() -> EncryptionKeyFile.read(file))
                .isInstanceOfSatisfying(InvalidFileException.class, failure -> {
                    assertThat(failure.description()).contains(file.toString());
                    assertThat(failure.action()).contains("openssl rand -base64 32");
                });
    }

    @Test
    void aMissingFilePreventsTheStart() {
        assertThatThrownBy(() -> EncryptionKeyFile.read(directory.resolve("absent")))
                .isInstanceOf(InvalidFileException.class);
    }
}
