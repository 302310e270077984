package org.vedette.embedded.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTests {

    @TempDir
    private Path directory;

    private Checkpoint checkpoint;

    @BeforeEach
    void create() {
        checkpoint = Checkpoint.of(directory.resolve("store.db"));
    }

    @Test
    void withoutAFileThereIsNoVersion() {
        assertThat(checkpoint.read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4_711, Long.MAX_VALUE})
    void theVersionIsReadBack(long version) {
        checkpoint.write(version);

        assertThat(checkpoint.read()).hasValue(version);
    }

    @Test
    void aVersionReplacesTheOneBeforeInPlace() throws IOException {
        checkpoint.write(Long.MAX_VALUE);
        var before = Files.size(checkpoint.file());

        checkpoint.write(1);

        assertThat(checkpoint.read()).hasValue(1);
        assertThat(checkpoint.file()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "version=1\n", "version=0000000000000000001", "version=-000000000000000001\n", "rubbish"})
    void whatIsNoCheckpointHasNoVersion(String content) throws IOException {
        var unused = Files.writeString(checkpoint.file(), content);

        assertThat(checkpoint.read()).isEmpty();
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsNoFailure() throws IOException {
        Files.createDirectory(checkpoint.file());

        checkpoint.write(1);

        assertThat(checkpoint.read()).isEmpty();
    }
}
