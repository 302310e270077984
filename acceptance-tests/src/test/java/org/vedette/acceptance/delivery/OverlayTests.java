package org.vedette.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The overlays as they are shipped. */
class OverlayTests {

    private static final Logger log = LoggerFactory.getLogger(OverlayTests.class);
    private static final Set<String> SPECIAL = Set.of("VEDETTE_BACKUP_MONGODB", "VEDETTE_BACKUP_CA");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "platform"})
    void everyManifestOfAnOverlayIsOneTheApiAccepts(String overlay) {
        var faults = render(overlay).stream().flatMap(KubernetesSchema::faults);

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "platform"})
    void whateverAnOverlayNamesIsThere(String overlay) {
        assertThat(new OverlayRules(render(overlay)).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "platform"})
    void podsStayRestrictedWatchedAndBounded(String overlay) {
        var rules = new OverlayRules(render(overlay));
        var scaled = rules.scaledNames();

        var faults = rules.ofKind("Deployment")
                .flatMap(deployment -> PodRules.faults(deployment, scaled.contains(Manifests.nameOf(deployment))));

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "platform"})
    void everySettingIsOneAServiceReads(String overlay) {
        var rules = new OverlayRules(render(overlay));
        var read = Setting.all().stream().map(Setting::name).collect(Collectors.toSet());

        var settings = rules.ofKind("ConfigMap")
                .filter(map -> Manifests.nameOf(map).equals("vedette-settings"))
                .flatMap(map -> map.at("data").keys().stream());
        var variables = rules.ofKind("Deployment")
                .flatMap(deployment -> Manifests.podOf(deployment).at("containers").items().stream())
                .flatMap(container -> container.at("env").items().stream())
                .map(variable -> variable.at("name").text())
                .filter(name -> name.startsWith("VEDETTE_") && !SPECIAL.contains(name));

        assertThat(Stream.concat(settings, variables)).isSubsetOf(read);
    }

    @Test
    void everyComponentIsInAnOverlay() {
        var used = Stream.of("dev", "production", "platform")
                .map(overlay -> "k8s/overlays/" + overlay + "/kustomization.yaml")
                .flatMap(file -> Node.document(file, Checkout.here().text(file)).at("components").texts().stream())
                .map(path -> path.substring(path.lastIndexOf('/') + 1));

        assertThat(used.toList()).containsAll(Checkout.here().names("k8s/components"));
    }

    @Test
    void nothingSecretIsCommittedSaveForAClusterOfOnesOwn() {
        assertThat(render("platform").stream().filter(each -> each.at("kind").is("Secret")))
                .isEmpty();
        assertThat(render("dev").stream()
                        .filter(each -> each.at("kind").is("Secret"))
                        .flatMap(secret -> secret.at("stringData").keys().stream()))
                .containsExactly("VEDETTE_LINK_KEY");
    }

    @Test
    void thePlatformHasOneWayInAndOneMakerOfLogins() {
        var rules = new OverlayRules(render("platform"));

        assertThat(rules.ofKind("HTTPRoute")).hasSize(1);
        assertThat(rules.ofKind("Ingress")).isEmpty();
        assertThat(rules.ofKind("ExternalSecret")
                        .flatMap(secret -> secret.at("spec", "data").items().stream())
                        .map(entry -> entry.at("secretKey").text()))
                .contains("VEDETTE_ENCRYPTION_KEY")
                .noneMatch(key -> key.startsWith("VEDETTE_KAFKA_"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        platform   | type: Exact                          | type: Equal                       | enumeration
        platform   | backendRefs:                         | backends:                         | backends
        platform   | issuerRef:                           | issuer:                           | issuer
        platform   | maxReplicaCount: 6                   | maxReplicaCount: six              | maxReplicaCount
        platform   | sasl: scram_sha512                   | sasl: scram                       | sasl
        platform   | parameter: ca                        | param: ca                         | param
        platform   | partitions: 6                        | partition: 6                      | partition
        platform   | cleanup.policy: compact              | cleanup.policy: compacted         | cleanup.policy
        platform   | type: scram-sha-512                  | type: scram                       | authentication
        platform   | podMetricsEndpoints:                 | endpoints:                        | endpoints
        platform   | severity: critical                   | severity: bad                     | severity
        platform   | secretKey: tokens                    | secretkey: tokens                 | secretkey
        platform   | apiVersion: cert-manager.io/v1       | apiVersion: cert-manager.io/v1beta1 | apiVersion
        production | schedule: "17 2 * * *"               | schedul: "17 2 * * *"             | .schedul is no field
        production | pathType: Prefix                     | pathType: Begin                   | .pathType must be one of
        production | averageUtilization: 200              | averageUtilization: "200"         | .averageUtilization must be a number
        production | concurrencyPolicy: Forbid            | concurrencyPolicy: Never          | .concurrencyPolicy must be one of
        dev        | accessModes: [ReadWriteOnce]         | accessModes: [WriteOnce]          | .accessModes must be one of
        dev        | serviceName: kafka                   | services: kafka                   | .services is no field
        """)
    void theApiWouldRefuse(String overlay, String sound, String spoilt, String fault) {
        var spoiltManifests = Kustomization.render("overlays/" + overlay, text -> text.replace(sound, spoilt));

        assertThat(spoiltManifests.stream().flatMap(KubernetesSchema::faults)).anyMatch(found -> found.contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        production | claimName: backup                    | claimName: backups                | there is no backups
        production | secretName: kafka-ca                 | secretName: kafka                 | nobody is told of a key
        production | configMap:~                name: backup-script | configMap:~                name: script | there is no script
        production | kind: Deployment~    name: gateway   | kind: Deployment~    name: gate   | there is no gate
        production | name: gateway~                port:~                  name: http | name: gateway~                port:~                  name: web | no Service gateway
        platform   | - name: gateway~          port: 8080 | - name: gateway~          port: 80 | no Service gateway
        platform   | - port: management               | - port: metrics                       | there is no metrics
        platform   | name: notification-service~  minReplicaCount | name: notifications~  minReplicaCount | there is no notifications
        dev        | app.kubernetes.io/name: mail~  policyTypes | app.kubernetes.io/name: mails~  policyTypes | there is no mails
        """)
    void aReferenceLeadsNowhere(String overlay, String sound, String spoilt, String fault) {
        var spoiltManifests =
                Kustomization.render("overlays/" + overlay, text -> text.replace(lines(sound), lines(spoilt)));

        assertThat(new OverlayRules(spoiltManifests).faults()).anyMatch(found -> found.contains(fault));
    }

    @Test
    void aPatchForNothingIsRefused() {
        assertThatThrownBy(() -> Kustomization.render(
                        "overlays/production",
                        text -> text.replace("name: feed-service\nspec:\n  replicas: null", "name: fed\nspec: {}")))
                .hasMessageContaining("Deployment/fed");
    }

    /** What is rendered here is what kubectl renders, wherever that is there. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "platform"})
    void kubectlRendersTheSame(String overlay) throws Exception {
        var kubectl = kubectl(
                "kustomize", Checkout.here().path("k8s/overlays/" + overlay).toString());
        if (kubectl.isEmpty()) {
            log.warn("There is no kubectl: the overlay {} is compared with nothing", overlay);
            return;
        }
        var theirs = Node.documents(overlay, kubectl.get()).stream().collect(byLabel());

        assertThat(render(overlay).stream().collect(byLabel())).isEqualTo(theirs);
    }

    /** Without hashes, labels that are added everywhere, and the encoding of Secrets. */
    private static Collector<Node, ?, Map<String, Object>> byLabel() {
        return Collectors.toMap(
                each -> each.at("kind").text() + "/" + withoutHash(Manifests.nameOf(each)),
                each -> comparable(each.value()));
    }

    private static Object comparable(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, Object>();
            map.forEach((key, content) -> copy.put(key, comparable(content)));
            copy.remove("app.kubernetes.io/part-of");
            copy.remove("stringData");
            if ("Secret".equals(copy.get("kind"))) {
                copy.remove("data");
                copy.remove("type");
            }
            if (Map.of().equals(copy.get("labels"))) {
                copy.remove("labels");
            }
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(OverlayTests::comparable).collect(Collectors.toSet());
        }
        return value instanceof String text ? withoutHash(text) : value;
    }

    private static String withoutHash(String name) {
        return name.replaceFirst(
                "^(vedette-settings|vedette-dashboards|backup-script|notification-service)-[a-z0-9]{10}$", "$1");
    }

    /** What it prints; empty when it is not there. */
    private static Optional<String> kubectl(String... arguments) throws InterruptedException {
        try {
            var process = new ProcessBuilder(Stream.concat(Stream.of("kubectl"), Stream.of(arguments))
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            return Optional.of(output);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static List<Node> render(String overlay) {
        return Kustomization.render("overlays/" + overlay);
    }

    /** A tilde in a table above is the end of a line. */
    private static String lines(String text) {
        return text.replace('~', '\n');
    }
}
