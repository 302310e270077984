package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vedette.standalone.data.Credentials;
import org.vedette.standalone.settings.SuiteSettings;

class WiringTests {

    private static final Credentials CREDENTIALS = new Credentials(
            "token",
            "k".repeat(32),
            Path.of("/data/tokens"),
            Path.of("/data/key.pem"),
            Path.of("/data/encryption-key"),
            Path.of("/data/admin-password"));
    private static final Map<Service, Integer> PORTS =
            Map.of(Service.POST, 1, Service.FEED, 2, Service.NOTIFICATION, 3, Service.GATEWAY, 4);

    @Test
    void onlyTheGatewayListensBeyondThisMachine() {
        var wiring = wired(Map.of("VEDETTE_ADDRESS", "0.0.0.0"));

        assertThat(wiring.propertiesOf(Service.GATEWAY)).containsEntry("server.address", "0.0.0.0");
        assertThat(wiring.propertiesOf(Service.POST)).containsEntry("server.address", "127.0.0.1");
        assertThat(wiring.propertiesOf(Service.FEED)).containsEntry("server.address", "127.0.0.1");
        assertThat(wiring.propertiesOf(Service.NOTIFICATION)).containsEntry("server.address", "127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyServiceKnowsWhereEverythingIs(Service service) {
        assertThat(wired(Map.of()).propertiesOf(service))
                .containsEntry("VEDETTE_POST_SERVICE", "http://127.0.0.1:1")
                .containsEntry("VEDETTE_FEED_SERVICE", "http://127.0.0.1:2")
                .containsEntry("VEDETTE_NOTIFICATION_SERVICE", "http://127.0.0.1:3")
                .containsEntry("VEDETTE_JWKS", "http://127.0.0.1:4/.well-known/jwks.json")
                .containsEntry("VEDETTE_KAFKA", "127.0.0.1:5")
                .containsEntry("VEDETTE_MONGODB", "mongodb://127.0.0.1:6")
                .containsEntry("VEDETTE_SMTP_HOST", "127.0.0.1")
                .containsEntry("VEDETTE_SMTP_PORT", "7")
                .containsEntry("server.port", String.valueOf(PORTS.get(service)));
    }

    @Test
    void theLinksBeginWithTheGatewaysAddressUnlessAnotherIsSet() {
        assertThat(wired(Map.of()).baseUrl()).isEqualTo(URI.create("http://localhost:4"));
        assertThat(wired(Map.of("VEDETTE_BASE_URL", "https://blog.example.org")).baseUrl())
                .isEqualTo(URI.create("https://blog.example.org"));
    }

    @Test
    void theGatewayIsReachedFromHereWhateverItIsCalled() {
        assertThat(wired(Map.of("VEDETTE_BASE_URL", "https://blog.example.org")).gateway())
                .isEqualTo(URI.create("http://127.0.0.1:4"));
        assertThat(wired(Map.of("VEDETTE_ADDRESS", "0.0.0.0")).gateway()).isEqualTo(URI.create("http://127.0.0.1:4"));
        assertThat(wired(Map.of("VEDETTE_ADDRESS", "::1")).gateway().getPort()).isEqualTo(4);
    }

    @Test
    void withTlsLinksAreHttpsAndThisMachineUsesAPortOfItsOwn(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("file.pem"), "").toString();
        var tls = Map.of("VEDETTE_TLS_CERTIFICATE", file, "VEDETTE_TLS_KEY", file);

        assertThat(wired(tls).baseUrl()).isEqualTo(URI.create("https://localhost:4"));
        assertThat(wired(tls).gateway()).isEqualTo(URI.create("http://127.0.0.1:9"));
        assertThat(wired(tls).propertiesOf(Service.GATEWAY))
                .containsEntry("vedette.gateway.loopback-port", "9")
                .containsEntry("VEDETTE_TLS_CERTIFICATE", file)
                .containsEntry("server.port", "4");
        assertThat(wired(tls).propertiesOf(Service.POST))
                .containsEntry("VEDETTE_JWKS", "http://127.0.0.1:9/.well-known/jwks.json")
                .doesNotContainKey("vedette.gateway.loopback-port");
        assertThat(wired(Map.of()).propertiesOf(Service.GATEWAY)).doesNotContainKey("vedette.gateway.loopback-port");
    }

    @Test
    void whatWasSetForTheServicesReachesThem() {
        var properties = wired(Map.of("VEDETTE_SITE_TITLE", "Our Blog", "VEDETTE_LINK_KEY", "l".repeat(40)))
                .propertiesOf(Service.NOTIFICATION);

        assertThat(properties)
                .containsEntry("VEDETTE_SITE_TITLE", "Our Blog")
                .containsEntry("VEDETTE_LINK_KEY", "l".repeat(40));
    }

    @Test
    void aBrokerOrStoreElsewhereIsNotUsedByAccident() {
        var properties = wired(Map.of("VEDETTE_KAFKA", "kafka:9092", "VEDETTE_MONGODB", "mongodb://db"))
                .propertiesOf(Service.POST);

        assertThat(properties)
                .containsEntry("VEDETTE_KAFKA", "127.0.0.1:5")
                .containsEntry("VEDETTE_MONGODB", "mongodb://127.0.0.1:6");
    }

    @Test
    void aMailServerThatWasSetIsUsed() {
        var settings = SuiteSettings.from(Map.of("VEDETTE_SMTP_HOST", "mail.example.org"));
        var wiring = new Wiring(settings, CREDENTIALS, PORTS, 9, "127.0.0.1:5", "mongodb://127.0.0.1:6", 0);

        assertThat(wiring.propertiesOf(Service.NOTIFICATION))
                .containsEntry("VEDETTE_SMTP_HOST", "mail.example.org")
                .doesNotContainKey("VEDETTE_SMTP_PORT");
    }

    private static Wiring wired(Map<String, String> environment) {
        var settings = SuiteSettings.from(new HashMap<>(environment));
        return new Wiring(settings, CREDENTIALS, PORTS, 9, "127.0.0.1:5", "mongodb://127.0.0.1:6", 7);
    }
}
