package org.vedette.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is what the settings say. */
class ConfigurationReferenceTests {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    private static final String REFRESH =
            "docs/configuration.md is stale; refresh it by: mvn -q test -pl acceptance-tests -am"
                    + " -Dtest=ConfigurationReferenceTests -Dsurefire.failIfNoSpecifiedTests=false -Dvedette.refresh=true";

    @Test
    void theReferenceIsWhatTheSettingsSay() throws IOException {
        var text = ConfigurationReference.text();
        if (Boolean.getBoolean("vedette.refresh")) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(Files.readString(DOCUMENT)).as(REFRESH).isEqualTo(text);
    }

    @Test
    void itHasTheVariablesThatFilesReadAndThoseThatBindingFinds() {
        assertThat(ConfigurationReference.text())
                .contains("| `VEDETTE_OTLP_ENDPOINT` |", "| `VEDETTE_NOTIFICATION_DELIVERIES_LEASE` |")
                .doesNotContain("{@code");
    }
}
