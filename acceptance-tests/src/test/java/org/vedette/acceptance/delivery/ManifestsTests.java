package org.vedette.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ManifestsTests {

    private final Manifests manifests = Manifests.base();

    @Test
    void everyManifestIsOneTheApiAccepts() {
        var faults = manifests.resources().stream().flatMap(KubernetesSchema::faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void whateverAManifestNamesIsThere() {
        var faults = new ReferenceRules(manifests).faults();

        assertThat(faults).isEmpty();
    }

    @Test
    void podsAreRestrictedWatchedAndBounded() {
        var faults = manifests.deployments().flatMap(PodRules::faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void everyServiceHasItsDeploymentServiceAccountAndBudget() {
        var kinds = List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget");

        assertAll(kinds.stream()
                .map(kind -> () -> assertThat(manifests.ofKind(kind).map(Manifests::nameOf))
                        .as(kind)
                        .containsExactlyInAnyOrderElementsOf(Checkout.SERVICES)));
    }

    @Test
    void theNamespaceAcceptsRestrictedPodsOnly() {
        var labels = manifests.ofKind("Namespace").map(namespace -> namespace.at("metadata", "labels"));

        assertThat(labels.map(
                        found -> found.at("pod-security.kubernetes.io/enforce").text()))
                .containsExactly("restricted");
    }

    @Test
    void onlyTheGatewayIsOpenToEverybody() {
        var open = manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> policy.at("spec", "ingress").items().stream()
                        .anyMatch(rule -> !rule.at("from").exists()))
                .map(policy -> policy.at("spec", "podSelector", "matchLabels", "app.kubernetes.io/name")
                        .text());

        assertThat(open).containsExactly("gateway");
    }

    @Test
    void whatNoPolicyAllowsIsClosed() {
        var closing = manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> policy.at("spec", "podSelector").keys().isEmpty())
                .filter(policy -> !policy.at("spec", "ingress").exists());

        assertThat(closing)
                .singleElement()
                .satisfies(policy ->
                        assertThat(policy.at("spec", "policyTypes").texts()).contains("Ingress"));
    }

    @Test
    void imagesAreOfThisVersion() {
        var version = version();

        assertThat(manifests.containers().map(container -> container.at("image").text()))
                .containsExactlyInAnyOrderElementsOf(Checkout.SERVICES.stream()
                        .map(service -> "vedette/" + service + ":" + version)
                        .toList());
    }

    @Test
    void everySettingIsOneAServiceReads() {
        var read = Setting.all().stream().map(Setting::name).collect(Collectors.toSet());

        assertThat(settings()).isSubsetOf(read);
    }

    @Test
    void everySettingThatMustBeSetIsSet() {
        var needed = Setting.all().stream().filter(Setting::mustBeSet).map(Setting::name);
        var secret = Stream.of("VEDETTE_LINK_KEY");

        assertThat(Stream.concat(settings().stream(), secret).collect(Collectors.toSet()))
                .containsAll(needed.collect(Collectors.toSet()));
    }

    @Test
    void theGatewayHasItsKeysMounted() {
        var gateway = manifests
                .containers()
                .filter(container -> container.at("name").is("gateway"))
                .findFirst();
        var mounted = gateway.orElseThrow().at("volumeMounts").items().stream()
                .map(mount -> mount.at("mountPath").text() + "/")
                .toList();

        var keys = gateway.orElseThrow().at("env").items().stream()
                .map(variable -> variable.at("value"))
                .filter(Node::exists)
                .map(Node::text)
                .filter(value -> value.startsWith("/keys/"));

        assertThat(keys).hasSize(4).allMatch(key -> mounted.stream().anyMatch(key::startsWith));
    }

    @Test
    void thereIsMoreSpaceForRequestBodiesThanTheyMayTake() {
        var budget = Setting.of("gateway").stream()
                .filter(setting -> setting.name().equals("VEDETTE_BODIES_DISK"))
                .map(setting -> DataSize.parse(String.valueOf(setting.otherwise())))
                .findFirst()
                .orElseThrow();

        var volume = manifests
                .ofKind("Deployment")
                .flatMap(deployment -> Manifests.podOf(deployment).at("volumes").items().stream())
                .filter(each -> each.at("name").is("bodies"))
                .map(each ->
                        DataSize.parse(each.at("emptyDir", "sizeLimit").text().replace("Gi", "GB")));

        assertThat(volume).singleElement().satisfies(size -> assertThat(size).isGreaterThan(budget));
    }

    @Test
    void theGatewayMailsAsTheNotificationServiceDoes() {
        var gateway = manifests
                .containers()
                .filter(container -> container.at("name").is("gateway"))
                .flatMap(container -> container.at("env").items().stream())
                .filter(variable ->
                        variable.at("valueFrom", "secretKeyRef", "name").is("notification-service"))
                .map(variable -> variable.at("name").text());

        assertThat(gateway).containsExactlyInAnyOrder("VEDETTE_SMTP_USERNAME", "VEDETTE_SMTP_PASSWORD");
    }

    @Test
    void nothingSecretIsCommitted() {
        assertThat(manifests.ofKind("Secret")).isEmpty();
    }

    /** Names in the ConfigMap and in the containers' own variables. */
    private Set<String> settings() {
        var own = manifests
                .containers()
                .flatMap(container -> container.at("env").items().stream())
                .map(variable -> variable.at("name").text());
        return Stream.concat(names(manifests.settings()).stream(), own).collect(Collectors.toSet());
    }

    private static List<String> names(List<String> lines) {
        return lines.stream().map(line -> line.split("=", 2)[0]).toList();
    }

    private static String version() {
        var matcher = Pattern.compile("<artifactId>vedette</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Checkout.here().text("pom.xml"));
        return matcher.find() ? matcher.group(1) : "no version in pom.xml";
    }
}
