package org.vedette.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.gateway.files.InvalidFileException;

class FirstAdminPasswordTests {

    @TempDir
    private Path directory;

    @Test
    void thePasswordIsTheTextOfTheFile() throws IOException {
        var file = Files.writeString(directory.resolve("password"), "correct horse battery\n");

        assertThat(FirstAdminPassword.read("Ada@Example.org", file))
                .hasValueSatisfying(first -> assertThat(first.password()).isEqualTo("correct horse battery"));
        assertThat(FirstAdminPassword.read("admin", file)).asString().doesNotContain("horse");
    }

    @Test
    void aFileThatWasRemovedIsNone() {
        assertThat(FirstAdminPassword.read("admin", directory.resolve("absent")))
                .isEmpty();
    }

    @Test
    void aShortPasswordAndAnInvalidNameAreRejected() throws IOException {
        var file = Files.writeString(directory.resolve("password"), "short");

        assertThatThrownBy(() -> FirstAdminPassword.read("admin", file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("12 characters");
        assertThatThrownBy(() -> FirstAdminPassword.read("the admin", file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("VEDETTE_ADMIN_LOGIN");
    }
}
