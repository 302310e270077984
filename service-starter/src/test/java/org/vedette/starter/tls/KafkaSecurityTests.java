package org.vedette.starter.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

class KafkaSecurityTests {

    private static final String JAAS = "spring.kafka.properties[sasl.jaas.config]";

    @TempDir
    private Path directory;

    @Test
    void withoutSettingsNothingChanges() {
        assertThat(properties(Map.of("username", " ", "ca", ""))).isEmpty();
    }

    @Test
    void aLoginIsMadeOfNameAndPassword() {
        var properties = properties(
                Map.of("security-protocol", "SASL_SSL", "username", "vedette-feed", "password", "a\"b\\c; required"));

        assertThat(properties)
                .containsEntry("spring.kafka.security.protocol", "SASL_SSL")
                .containsEntry("spring.kafka.properties[sasl.mechanism]", "SCRAM-SHA-512")
                .containsEntry(
                        JAAS,
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"vedette-feed\" password=\"a\\\"b\\\\c; required\";")
                .doesNotContainKey("spring.kafka.ssl.bundle");
    }

    @Test
    void filesBecomeABundleOfCertificates() throws Exception {
        var file = Files.createFile(directory.resolve("ca.pem"));

        var properties = properties(Map.of(
                "security-protocol",
                "ssl",
                "ca",
                file.toString(),
                "certificate",
                file.toString(),
                "key",
                file.toString()));

        assertThat(properties)
                .containsEntry("spring.kafka.ssl.bundle", "kafka")
                .containsEntry(
                        "spring.ssl.bundle.pem.kafka.truststore.certificate",
                        file.toUri().toString())
                .containsEntry(
                        "spring.ssl.bundle.pem.kafka.keystore.private-key",
                        file.toUri().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        TLS       |               | vedette | secret |                | VEDETTE_KAFKA_SECURITY_PROTOCOL is 'TLS'
        SASL_SSL  | SCRAM-SHA-1   | vedette | secret |                | VEDETTE_KAFKA_SASL_MECHANISM is 'SCRAM-SHA-1'
        SASL_SSL  |               | vedette |        |                | need both
        SSL       |               | vedette | secret |                | belong to the protocols SASL_SSL and SASL_PLAINTEXT
                  |               | vedette | secret |                | belong to the protocols SASL_SSL and SASL_PLAINTEXT
                  |               |         |        | /nowhere/ca.pem | VEDETTE_KAFKA_CA and
        SSL       |               |         |        | /nowhere/ca.pem | VEDETTE_KAFKA_CA: the file /nowhere/ca.pem cannot be read
        """)
    void aContradictionPreventsTheStart(
            String protocol, String mechanism, String username, String password, String ca, String reason) {
        var settings = new HashMap<String, String>();
        settings.put("security-protocol", protocol);
        settings.put("sasl-mechanism", mechanism);
        settings.put("username", username);
        settings.put("password", password);
        settings.put("ca", ca);
        settings.values().removeIf(Objects::isNull);

        assertThatThrownBy(() -> properties(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }

    @Test
    void mongoDbTrustsTheFileThatIsNamed() throws Exception {
        var file = Files.createFile(directory.resolve("ca.pem"));
        var environment = new StandardEnvironment();
        environment.getSystemProperties().put("vedette.mongodb.ca", file.toString());
        try {
            new ConnectionsEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        } finally {
            environment.getSystemProperties().remove("vedette.mongodb.ca");
        }

        assertThat(environment.getProperty("spring.mongodb.ssl.bundle")).isEqualTo("mongodb");
        assertThat(environment.getProperty("spring.ssl.bundle.pem.mongodb.truststore.certificate"))
                .isEqualTo(file.toUri().toString());
    }

    private static Map<String, Object> properties(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach((name, value) -> environment.setProperty("vedette.kafka." + name, value));
        return KafkaSecurity.in(environment).properties();
    }
}
