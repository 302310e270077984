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
    private static final Set<String> OF_ANOTHER_COMPOSITION =
            Set.of("VEDETTE_TLS_CERTIFICATE", "VEDETTE_TLS_KEY", "VEDETTE_MONGODB_CA");

    private final ComposeFile compose = ComposeFile.read();

    @Test
    void theSuiteIsComposedSoundly() {
        assertThat(compose.faults()).isEmpty();
    }

    @Test
    void onlyTheGatewaysAndPagesForThisMachineArePublished() {
        assertThat(compose.published()).containsExactlyInAnyOrder("gateway", "gateway-2", "mail", "grafana");
    }

    @Test
    void thePartsAreOursAndThreeOfOthers() {
        var others = compose.services().stream()
                .filter(service ->
                        !service.at("build").exists() && !service.at("profiles").exists())
                .map(service -> service.at("image").text().split(":", 2)[0]);

        assertThat(others).containsExactlyInAnyOrder("apache/kafka", "mongo", "axllent/mailpit");
    }

    @Test
    void theGatewayReachesTheStoreOfAccountsOnlyAndTheWorldNone() {
        var reach = Stream.of("gateway", "gateway-2", "mail", "grafana", "prometheus", "traces")
                .flatMap(name -> ComposeFile.networks(compose.service(name)).stream());

        assertThat(reach).doesNotContain("stores");
        assertThat(compose.file().at("networks", "stores", "internal").is(true)).isTrue();
        assertThat(compose.file().at("networks", "accounts", "internal").is(true))
                .isTrue();
        assertThat(compose.services().stream()
                        .filter(service -> ComposeFile.networks(service).contains("accounts"))
                        .map(Node::where))
                .extracting(where -> where.substring(where.lastIndexOf('.') + 1))
                .containsExactlyInAnyOrder("gateway", "gateway-2", "mongodb");
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

    /** The second instance of a service is the first one with other volumes, another port and the same name. */
    @Test
    void theProfileScaleHasTwoOfEachService() {
        assertThat(Checkout.SERVICES).allSatisfy(name -> {
            var second = compose.service(name + "-2");
            assertThat(second.at("image").value())
                    .isEqualTo(compose.service(name).at("image").value());
            assertThat(second.at("environment").value())
                    .isEqualTo(compose.service(name).at("environment").value());
            assertThat(second.at("networks", "door", "aliases").texts()).containsExactly(name);
        });
    }

    @Test
    void everySettingOfTheExampleIsOneThatIsPassedOn() {
        var text = Checkout.here().text("docker-compose.yml");
        var names = Checkout.here().text(".env.example").lines().filter(line -> line.matches("#[A-Z_0-9]+=.*"));

        assertThat(names.map(line -> line.substring(1).split("=", 2)[0]))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(text).containsPattern("\\b" + name + "\\b"));
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
        - mongodb-data:/data/db                | - mongo-data:/data/db                    | no volume mongo-data
        networks: [door, stores]               | networks: [door, backstage]              | no network backstage
        {door: {aliases: [feed-service]}       | {stage: {aliases: [feed-service]}        | no network stage
        ./docker/mongodb-user.js:              | ./docker/mongodb-users.js:               | no volume ./docker/mongodb-users.js
        max-size: 10m                          | max-sizes: 10m                           | fills the disk with its log
        """)
    void aSpoiltFileIsFoundOut(String sound, String spoilt, String fault) {
        var spoiltFile = ComposeFile.read(text -> text.replace(sound, spoilt));

        assertThat(spoiltFile.faults()).anyMatch(found -> found.contains(fault));
    }
}
