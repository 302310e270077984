package org.vedette.starter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class InvalidSettingTests {

    enum Colour {
        RED,
        GREEN
    }

    record Settings(Duration pause, int count, boolean enabled, Colour colour, int signingKey) {

        Settings {
            if (count > 9) {
                throw new IllegalArgumentException("count is above 9");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause | soon | vedette.test.pause (VEDETTE_TEST_PAUSE) is \"soon\", but must be a duration, such as"
                        + " 500ms, 30s, 10m or 48h.",
                "count | many | vedette.test.count (VEDETTE_TEST_COUNT) is \"many\", but must be a whole number.",
                "enabled | perhaps | vedette.test.enabled (VEDETTE_TEST_ENABLED) is \"perhaps\", but must be true or"
                        + " false.",
                "colour | blue | vedette.test.colour (VEDETTE_TEST_COLOUR) is \"blue\", but must be one of: red,"
                        + " green.",
                "signing-key | hush | vedette.test.signing-key (VEDETTE_TEST_SIGNINGKEY) is secret, but must be a"
                        + " whole number."
            })
    void aWrongValueIsNamedWithWhatIsAllowed(String property, String value, String line) {
        assertThat(InvalidSetting.describe(failure(property, value))).contains(line);
    }

    @Test
    void theVariableIsNamedThatTheSettingsRead() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("vedette.test.pause", "${VEDETTE_PAUSE:1s}", "VEDETTE_PAUSE", "soon")));

        var failure = catchThrowable(() -> Binder.get(environment).bind("vedette.test", Settings.class));

        assertThat(InvalidSetting.describe(failure).orElseThrow())
                .startsWith("vedette.test.pause (VEDETTE_PAUSE) is \"soon\", but must be a duration");
    }

    @Test
    void whatARecordRefusesIsNamedWithItsReason() {
        assertThat(InvalidSetting.describe(failure("count", "10")))
                .contains("vedette.test is not valid: count is above 9.");
    }

    @Test
    void anotherFailureIsLeftToOthers() {
        assertThat(InvalidSetting.describe(new IllegalStateException("port in use")))
                .isEmpty();
        assertThat(new InvalidSettingAnalyzer().analyze(new IllegalStateException("port in use")))
                .isNull();
    }

    private static Throwable failure(String property, String value) {
        var source = new MapConfigurationPropertySource(Map.of("vedette.test." + property, value));
        return catchThrowable(() -> new Binder(source).bind("vedette.test", Settings.class));
    }
}
