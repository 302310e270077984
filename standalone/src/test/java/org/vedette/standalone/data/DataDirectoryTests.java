package org.vedette.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.standalone.settings.StartRefusedException;

class DataDirectoryTests {

    @TempDir
    Path temporary;

    @Test
    void aNewDirectoryAndAllAboveItAreForTheirOwnerOnly() throws IOException {
        try (var data = DataDirectory.open(temporary.resolve("a/b"))) {
            assertThat(modes(temporary.resolve("a"))).isEqualTo("rwx------");
            assertThat(modes(data.path())).isEqualTo("rwx------");
            assertThat(modes(data.mail())).isEqualTo("rwx------");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "editor-token",
                "gateway-tokens",
                "link-key",
                "signing-key.pem",
                "encryption-key",
                "admin-password"
            })
    void aSecretIsInAFileForItsOwnerOnly(String name) throws IOException {
        try (var data = DataDirectory.open(temporary)) {
            assertThat(modes(data.path().resolve(name))).isEqualTo("rw-------");
        }
    }

    @Test
    void theEditorTokenIsAllThatItsFileSays() throws IOException {
        try (var data = DataDirectory.open(temporary)) {
            var token = data.credentials().editorToken();

            assertThat(token).matches("vedette_[A-Za-z0-9_-]{43}");
            assertThat(temporary.resolve("editor-token")).hasContent(token + "\n");
        }
    }

    @Test
    void theGatewayIsToldOnlyTheHashOfTheToken() throws IOException {
        try (var data = DataDirectory.open(temporary)) {
            assertThat(data.credentials().tokens())
                    .content()
                    .containsPattern("(?m)^editor editor [0-9a-f]{64}$")
                    .doesNotContain(data.credentials().editorToken());
        }
    }

    @Test
    void theSigningKeyIsAnEllipticOneInPkcs8() throws Exception {
        try (var data = DataDirectory.open(temporary)) {
            var pem = Files.readString(data.credentials().signingKey());
            var encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));

            var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));

            assertThat(((ECPrivateKey) key).getParams().getOrder().bitLength()).isEqualTo(256);
        }
    }

    @Test
    void aSecondStartFindsEverySecretAgain() throws IOException {
        DataDirectory.open(temporary).close();
        var before = contents();

        DataDirectory.open(temporary).close();

        assertThat(contents()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void aFirstPasswordThatWasThrownAwayIsNotReplaced() throws IOException {
        DataDirectory.open(temporary).close();
        Files.delete(DataDirectory.adminPassword(temporary));

        DataDirectory.open(temporary).close();

        assertThat(DataDirectory.adminPassword(temporary)).doesNotExist();
    }

    @Test
    void aTokenThatWasThrownAwayIsReplacedAndTheOthersStay() throws IOException {
        DataDirectory.open(temporary).close();
        var tokens = temporary.resolve("gateway-tokens");
        var script = "script editor " + "0".repeat(64);
        Files.writeString(tokens, Files.readString(tokens) + script + "\n");
        Files.delete(temporary.resolve("editor-token"));

        DataDirectory.open(temporary).close();

        assertThat(tokens).content().contains(script).containsOnlyOnce("\neditor editor ");
    }

    @Test
    void aDirectoryInUseIsRefusedUntilItIsFree() {
        var first = DataDirectory.open(temporary);

        assertThatThrownBy(() -> DataDirectory.open(temporary))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(temporary.toString())
                .hasMessageContaining("in use")
                .hasMessageContaining("VEDETTE_DATA");

        first.close();
        DataDirectory.open(temporary).close();
    }

    @Test
    void aFileInsteadOfADirectoryIsRefused() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(file + " is a file");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsRefused() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("VEDETTE_DATA")
                .hasMessageNotContaining("\n");
    }

    private Map<String, String> contents() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(Path::toString, DataDirectoryTests::content));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
