package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.standalone.settings.SuiteSettings;
import org.vedette.starter.settings.KnownVariables;

class KnownVariablesTests {

    private final KnownVariables known = KnownVariables.of(Service.configurationFiles(), SuiteSettings.NAMES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VEDETTE_PORT",
                "VEDETTE_DATA",
                "VEDETTE_SITE_TITLE",
                "VEDETTE_SMTP_STARTTLS_REQUIRED",
                "VEDETTE_FEED_PAGECACHE",
                "VEDETTE_FEED_PAGE_CACHE",
                "VEDETTE_NOTIFICATION_DELIVERIES_GIVEUPAFTER",
                "VEDETTE_POST_SERIES_0_SLUG",
                "VEDETTE_TEMPLATES_DIRECTORIES",
                "VEDETTE_KAFKA_PORT",
                "PATH"
            })
    void aSettingCausesNoComplaint(String name) {
        assertThat(known.complaints(Map.of(name, "1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VEDETTE_PROT, VEDETTE_PORT",
        "VEDETTE_SITETITEL, VEDETTE_SITE_TITLE",
        "VEDETTE_FEED_REBUILDS, VEDETTE_FEED_REBUILD",
        "VEDETTE_SMTPHOTS, VEDETTE_SMTP_HOST"
    })
    void aMisspeltSettingIsNamedWithTheNearestOne(String name, String nearest) {
        assertThat(known.complaints(Map.of(name, "1")))
                .containsExactly(name + " is not a setting of Vedette and is ignored: did you mean " + nearest + "?");
    }

    @Test
    void aServiceNamesOnlyWhatResemblesASettingOfItsOwn() {
        assertThat(known.misspelt(
                        List.of("VEDETTE_SMPT_HOST", "VEDETTE_COLOUR_SCHEME", "vedette.feed.page-cahe", "user.home")))
                .containsExactly(
                        "VEDETTE_SMPT_HOST is not a setting and is ignored: did you mean VEDETTE_SMTP_HOST?",
                        "vedette.feed.page-cahe is not a setting and is ignored: did you mean VEDETTE_FEED_PAGECACHE?");
    }

    @Test
    void aVariableThatResemblesNoSettingIsNamedAlone() {
        assertThat(known.complaints(Map.of("VEDETTE_COLOUR_SCHEME", "1")))
                .containsExactly("VEDETTE_COLOUR_SCHEME is not a setting of Vedette and is ignored.");
    }
}
