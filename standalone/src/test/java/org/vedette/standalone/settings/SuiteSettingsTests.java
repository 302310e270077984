package org.vedette.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteSettingsTests {

    @Test
    void withoutAnySettingTheSuiteIsForThisMachineOnly() {
        var settings = SuiteSettings.from(Map.of("HOME", "/somewhere"));

        assertThat(settings.address().isLoopbackAddress()).isTrue();
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.mailPort()).isEqualTo(8025);
        assertThat(settings.data()).isEqualTo(Path.of("vedette-data").toAbsolutePath());
        assertThat(settings.demo()).isTrue();
        assertThat(settings.catchesMail()).isTrue();
        assertThat(settings.shared()).isEmpty();
    }

    @Test
    void everySettingIsTaken() {
        var settings = SuiteSettings.from(Map.of(
                "VEDETTE_DATA", "/srv/vedette",
                "VEDETTE_ADDRESS", "0.0.0.0",
                "VEDETTE_PORT", "0",
                "VEDETTE_MAIL_PORT", "65535",
                "VEDETTE_DEMO", "false",
                "VEDETTE_SITE_ZONE", "Europe/Vienna"));

        assertThat(settings)
                .returns(Path.of("/srv/vedette"), SuiteSettings::data)
                .returns("0.0.0.0", it -> it.address().getHostAddress())
                .returns(0, SuiteSettings::port)
                .returns(65_535, SuiteSettings::mailPort)
                .returns(false, SuiteSettings::demo)
                .returns(ZoneId.of("Europe/Vienna"), SuiteSettings::zone);
    }

    @Test
    void aSettingThatIsEmptyIsNotSet() {
        var settings = SuiteSettings.from(Map.of("VEDETTE_PORT", " ", "VEDETTE_SMTP_HOST", ""));

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.catchesMail()).isTrue();
    }

    @Test
    void withAMailServerNoMailIsCaught() {
        var settings = SuiteSettings.from(Map.of("VEDETTE_SMTP_HOST", "mail.example.org"));

        assertThat(settings.catchesMail()).isFalse();
    }

    @Test
    void whatTheServicesUnderstandIsHandedOn() {
        var settings = SuiteSettings.from(Map.of("VEDETTE_SITE_TITLE", "Our Blog", "PATH", "/bin"));

        assertThat(settings.shared()).containsExactly(Map.entry("VEDETTE_SITE_TITLE", "Our Blog"));
    }

    @ParameterizedTest
    @CsvSource({
        "VEDETTE_PORT, abc",
        "VEDETTE_PORT, 65536",
        "VEDETTE_PORT, -1",
        "VEDETTE_PORT, 80.5",
        "VEDETTE_MAIL_PORT, 99999999999",
        "VEDETTE_DEMO, maybe",
        "VEDETTE_ADDRESS, not an address",
        "VEDETTE_ADDRESS, 192.0.2.1",
        "VEDETTE_SITE_ZONE, Mars/Olympus",
        "VEDETTE_BASE_URL, blog.example.org",
        "VEDETTE_BASE_URL, ftp://blog.example.org",
        "VEDETTE_BASE_URL, http://blog.example.org",
        "VEDETTE_BASE_URL, https://blog.example.org/?a=b",
        "VEDETTE_BASE_URL, https://example.org/blog",
        "VEDETTE_LINK_KEY, too short",
        "VEDETTE_SITE_LANGUAGE, en_US",
        "VEDETTE_SITE_LANGUAGE, german",
        "VEDETTE_SMTP_PORT, xx",
    })
    void whatMakesNoSenseIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> SuiteSettings.from(Map.of(name, value)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining("must be")
                .hasMessageNotContaining("\n");
    }

    @Test
    void twoPagesCannotShareAPort() {
        assertThatThrownBy(() -> SuiteSettings.from(Map.of("VEDETTE_PORT", "9000", "VEDETTE_MAIL_PORT", "9000")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("VEDETTE_MAIL_PORT");
    }

    @Test
    void tlsNeedsTwoReadableFilesAndAnHttpsAddress(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("file.pem"), "").toString();
        var certificate = Map.entry("VEDETTE_TLS_CERTIFICATE", file);
        var key = Map.entry("VEDETTE_TLS_KEY", file);

        assertThat(SuiteSettings.from(Map.ofEntries(certificate, key)).hasTls()).isTrue();
        assertThat(SuiteSettings.from(Map.of()).hasTls()).isFalse();
        assertRefused(Map.ofEntries(certificate), "VEDETTE_TLS_KEY is not set");
        assertRefused(Map.ofEntries(key), "VEDETTE_TLS_CERTIFICATE is not set");
        assertRefused(
                Map.ofEntries(certificate, Map.entry("VEDETTE_TLS_KEY", file + "x")), "VEDETTE_TLS_KEY: the file");
        assertRefused(
                Map.ofEntries(certificate, key, Map.entry("VEDETTE_BASE_URL", "http://localhost:8080")),
                "VEDETTE_BASE_URL must begin with https");
    }

    private static void assertRefused(Map<String, String> environment, String reason) {
        assertThatThrownBy(() -> SuiteSettings.from(environment))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void blanksAroundAValueAreNotPartOfIt() {
        var settings = SuiteSettings.from(Map.of("VEDETTE_PORT", "8081 ", "VEDETTE_SITE_TITLE", " Our Blog"));

        assertThat(settings.shared())
                .containsEntry("VEDETTE_PORT", "8081")
                .containsEntry("VEDETTE_SITE_TITLE", "Our Blog");
    }

    @Test
    void aSecretIsNotRepeatedWhenItIsRefused() {
        assertThatThrownBy(() -> SuiteSettings.from(Map.of("VEDETTE_LINK_KEY", "hunter2")))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aValueCannotAddLinesToItsRefusal() {
        assertThatThrownBy(() -> SuiteSettings.from(Map.of("VEDETTE_PORT", "1\n2")))
                .hasMessageContaining("1?2")
                .hasMessageNotContaining("\n");
    }
}
