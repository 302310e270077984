package org.vedette.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.gateway.files.InvalidFileException;

class ApiTokenFileTests {

    private static final Duration REFRESH = Duration.ofSeconds(1);
    private static final String HASH_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    private static final String LINE_OF_ADA = "ada editor " + HASH_OF_SECRET;

    @TempDir
    private Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-30T12:00:00Z"));

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("tokens");
    }

    @Test
    void withoutAFileNoTokenIsAccepted() {
        assertThat(tokenFile().find("secret")).isEmpty();
    }

    @Test
    void aFileThatAppearsIsRead() throws IOException {
        var tokens = tokenFile();
        write(LINE_OF_ADA);

        timePasses();

        assertThat(tokens.find("secret")).isPresent();
    }

    @Test
    void theFileIsNotReadAgainWithinTheInterval() throws IOException {
        write(LINE_OF_ADA);
        var tokens = tokenFile();

        write("");

        assertThat(tokens.find("secret")).isPresent();
    }

    @Test
    void whenTheFileIsDeletedItsTokensAreRejected() throws IOException {
        write(LINE_OF_ADA);
        var tokens = tokenFile();
        Files.delete(file);

        timePasses();

        assertThat(tokens.find("secret")).isEmpty();
    }

    @Test
    void anInvalidChangeIsIgnored() throws IOException {
        write(LINE_OF_ADA);
        var tokens = tokenFile();
        write("half a li");

        timePasses();

        assertThat(tokens.find("secret")).isPresent();
    }

    @Test
    void afterAnInvalidChangeAValidOneIsApplied() throws IOException {
        write("# nobody yet");
        var tokens = tokenFile();
        write("half a li");
        timePasses();
        assertThat(tokens.find("secret")).isEmpty();

        write(LINE_OF_ADA);
        timePasses();

        assertThat(tokens.find("secret")).isPresent();
    }

    @Test
    void anInvalidFileAtTheStartIsRejected() throws IOException {
        write("half a li");

        assertThatThrownBy(this::tokenFile).isInstanceOf(InvalidFileException.class);
    }

    @Test
    void aDirectoryIsRejectedAsFileOfTokens() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(this::tokenFile)
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("cannot be read");
    }

    private ApiTokenFile tokenFile() {
        return new ApiTokenFile(file, REFRESH, () -> Objects.requireNonNull(now.get()));
    }

    private void timePasses() {
        now.updateAndGet(instant -> instant.plus(REFRESH));
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
