package org.vedette.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTokensTests {

    /** Of "token", by {@code printf %s token | sha256sum}. */
    private static final String HASH = "3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0";

    @TempDir
    private Path directory;

    @Test
    void aNewFileSaysWhatItsLinesMean() throws IOException {
        tokens().accept("editor", "editor", "token");

        assertThat(file()).content().startsWith("# ").endsWith("\neditor editor " + HASH + "\n");
    }

    @Test
    void theLinesOfOthersStay() throws IOException {
        var unused = Files.writeString(file(), "# mine\nscript reader abc\neditor editor old\n");

        tokens().accept("editor", "editor", "token");

        assertThat(Files.readAllLines(file())).containsExactly("# mine", "script reader abc", "editor editor " + HASH);
    }

    @Test
    void aFileThatAcceptsTheTokenIsNotWritten() throws IOException {
        tokens().accept("editor", "editor", "token");
        var before = Files.getLastModifiedTime(file());
        assertThat(file().toFile().setReadOnly()).isTrue();

        tokens().accept("editor", "editor", "token");

        assertThat(Files.getLastModifiedTime(file())).isEqualTo(before);
    }

    private GatewayTokens tokens() {
        return new GatewayTokens(file());
    }

    private Path file() {
        return directory.resolve("gateway-tokens");
    }
}
