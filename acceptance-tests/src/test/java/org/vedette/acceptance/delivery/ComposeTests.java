package org.vedette.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeTests {

    /** Name files that the container does not have, unless somebody mounts them. */
    private static final Set<String> OF_ANOTHER_COMPOSITION = Set.of("VEDETTE_TLS_CERTIFICATE", "VEDETTE_TLS_KEY");

    private final ComposeFile compose = ComposeFile.read();

    @Test
    void theSuiteIsComposedSoundly() {
        assertThat(compose.faults()).isEmpty();
    }

    @Test
    void onlyTheGatewayAndTheMailPageArePublished() {
        assertThat(compose.published()).containsExactlyInAnyOrder("gateway", "mail");
    }

    @Test
    void thePartsAreOursAndThreeOfOthers() {
        var others = compose.services().stream()
                .filter(service -> !service.at("build").exists())
                .map(service -> service.at("image").text().split(":", 2)[0]);

        assertThat(others).containsExactlyInAnyOrder("apache/kafka", "mongo", "axllent/mailpit");
    }

    @Test
    void theGatewayReachesTheStoreOfAccountsOnlyAndTheWorldNone() {
        var reach = Stream.of("gateway", "mail").flatMap(name -> compose.service(name).at("networks").texts().stream());

        assertThat(reach).doesNotContain("stores");
        assertThat(compose.file().at("networks", "stores", "internal").is(true)).isTrue();
        assertThat(compose.file().at("networks", "accounts", "internal").is(true))
                .isTrue();
        assertThat(compose.services().stream()
                        .filter(service -> service.at("networks").texts().contains("accounts")))
                .hasSize(2);
    }

    @Test
    void theGatewayHasTheKeysThatAreMade() {
        var environment = compose.service("gateway").at("environment");

        assertThat(Stream.of(
                                "VEDETTE_SIGNING_KEY",
                                "VEDETTE_ENCRYPTION_KEY",
                                "VEDETTE_TOKENS",
                                "VEDETTE_ADMIN_PASSWORD_FILE")
                        .map(name -> environment.at(name).text().replaceFirst("^/keys/", "keep ")))
                .allMatch(Checkout.here().text("docker/make-keys")::contains);
    }

    @Test
    void everySettingOfTheGatewayCanBeSet() {
        var read = Setting.of("gateway").stream()
                .map(Setting::name)
                .filter(name -> !OF_ANOTHER_COMPOSITION.contains(name));

        assertThat(compose.settings("gateway")).containsAll(read.collect(Collectors.toSet()));
    }

    @Test
    void theGatewayMailsAsTheNotificationServiceDoes() {
        var mail = compose.settings("notification-service").stream()
                .filter(name -> name.startsWith("VEDETTE_SMTP_") || name.equals("VEDETTE_MAIL_FROM"));

        assertThat(mail).isNotEmpty().allSatisfy(name -> {
            assertThat(compose.settings("gateway")).contains(name);
            assertThat(compose.service("gateway").at("environment", name).value())
                    .isEqualTo(compose.service("notification-service")
                            .at("environment", name)
                            .value());
        });
    }

    @Test
    void nothingSecretIsCommitted() {
        var secrets = compose.services().stream()
                .flatMap(service -> service.at("environment").entries().stream())
                .filter(variable -> variable.where().matches(".*(PASSWORD|LINK_KEY|TOKEN)"))
                .filter(Node::exists);

        assertThat(secrets).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        test: [CMD, healthcheck]               | test: [CMD, curl, localhost]             | not every image has it
        test: [CMD, /mailpit, readyz]          | test: [CMD-SHELL, /mailpit readyz]       | asks a shell
        healthcheck:                           | healthchecks:                            | no health check
        ${VEDETTE_MAIL_PORT:-8025}:8025        | 8025:8025                                | host port is no variable
        127.0.0.1:${VEDETTE_MAIL_PORT          | 0.0.0.0:${VEDETTE_MAIL_PORT              | not on loopback
        mongo:8.0                              | mongo                                    | image without a version
        mem_limit:                             | memory:                                  | takes all memory
        cap_drop: [ALL]                        | cap_drop: [NET_RAW]                      | keeps capabilities
        no-new-privileges:true                 | seccomp:unconfined                       | may gain privileges
        kafka: {condition: service_healthy}    | broker: {condition: service_healthy}     | waits in vain for broker
        keys: {condition: service_completed_successfully} | keys: {condition: service_healthy} | waits in vain for keys
        SERVICE: feed-service                  | SERVICE: post-service                    | builds another service
        read_only: true                        | read_only: false                         | may write to its image
        VEDETTE_KAFKA: kafka                   | VEDETTE_KAFKAS: kafka                    | does not read VEDETTE_KAFKAS
        VEDETTE_JWKS:                          | VEDETTE_JWK:                             | post-service needs VEDETTE_JWKS
        configtree:/keys/                      | configtree:/secrets/                     | notification-service needs VEDETTE_LINK_KEY
        "mongodb-data:/data/db"                | "mongo-data:/data/db"                    | no volume mongo-data
        networks: [door, stores]               | networks: [door, backstage]              | no network backstage
        """)
    void aSpoiltFileIsFoundOut(String sound, String spoilt, String fault) {
        var spoiltFile = ComposeFile.read(text -> text.replace(sound, spoilt));

        assertThat(spoiltFile.faults()).anyMatch(found -> found.contains(fault));
    }
}
