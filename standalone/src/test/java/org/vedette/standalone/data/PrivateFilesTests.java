package org.vedette.standalone.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTests {

    @TempDir
    Path temporary;

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        var file = temporary.resolve("file");
        PrivateFiles.write(file, "a long old content".getBytes(US_ASCII));

        PrivateFiles.write(file, "new".getBytes(US_ASCII));

        assertThat(file).hasContent("new");
    }

    @Test
    void nothingElseIsLeftBehind() throws IOException {
        PrivateFiles.write(temporary.resolve("file"), new byte[0]);

        assertThat(temporary).isDirectoryContaining(found -> found.endsWith("file"));
        assertThat(temporary.toFile().list()).hasSize(1);
    }

    @Test
    void whenTheFileCannotBePutInPlaceNothingIsLeftBehind() throws IOException {
        Files.createDirectories(temporary.resolve("taken/by a directory"));

        assertThatThrownBy(() -> PrivateFiles.write(temporary.resolve("taken"), new byte[1]))
                .isInstanceOf(IOException.class);

        assertThat(temporary.toFile().list()).containsExactly("taken");
    }
}
