package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTests {

    private static final int JAVA_8 = 52;

    @ParameterizedTest
    @ValueSource(strings = {"17", "21", "25", "100"})
    void aNewEnoughJavaIsNotRefused(String version) {
        assertThat(Launcher.refusal(version, "/java")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.8, 8", "9, 9", "11, 11", "16, 16"})
    void anOlderJavaIsToldWhatIsNeededAndWhatItIs(String version, String feature) {
        assertThat(Launcher.refusal(version, "/old/java"))
                .startsWith("Vedette needs Java 17 or newer; this is Java " + feature + " (/old/java).")
                .doesNotContain("\n");
    }

    @Test
    void evenAnOldJavaCanLoadTheLauncher() throws IOException {
        try (var file =
                new DataInputStream(Objects.requireNonNull(Launcher.class.getResourceAsStream("Launcher.class")))) {
            assertThat(file.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(file.readUnsignedShort()).isZero();
            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }
}
