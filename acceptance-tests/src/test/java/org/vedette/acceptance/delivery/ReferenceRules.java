package org.vedette.acceptance.delivery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever a manifest names is there: files, pods, ports, settings, volumes, accounts. */
final class ReferenceRules {

    /** The Secrets an installation brings along, as k8s/README.md says; each with the keys that may be asked for. */
    private static final Map<String, Set<String>> SECRETS = Map.of(
            "gateway", Set.of("signing-key.pem", "encryption-key", "tokens", "admin-password", "VEDETTE_MONGODB"),
            "notification-service", Set.of("VEDETTE_LINK_KEY", "VEDETTE_SMTP_USERNAME", "VEDETTE_SMTP_PASSWORD"),
            "post-service", Set.of(),
            "feed-service", Set.of());

    private static final Set<String> GIVEN_BY_OPTION = Set.of("post-service", "feed-service");

    private static final Set<String> KEYS_BY_OPTION =
            Set.of("VEDETTE_MONGODB", "VEDETTE_SMTP_USERNAME", "VEDETTE_SMTP_PASSWORD");

    private final Manifests manifests;

    ReferenceRules(Manifests manifests) {
        this.manifests = manifests;
    }

    Stream<String> faults() {
        return Stream.of(files(), selectors(), ports(), policies(), sources(), volumes(), accounts())
                .flatMap(faults -> faults);
    }

    private Stream<String> files() {
        var listed = manifests.kustomization().at("resources").texts();
        return manifests.files().stream()
                .filter(file -> file.endsWith(".yaml") && !file.equals("kustomization.yaml"))
                .filter(file -> !listed.contains(file))
                .map(file -> file + " is in no kustomization");
    }

    private Stream<String> selectors() {
        var own = manifests
                .deployments()
                .filter(deployment -> !selects(deployment.at("spec", "selector", "matchLabels"), deployment))
                .map(deployment -> deployment.where() + ": selector does not match its own pods");
        var spread = manifests
                .deployments()
                .flatMap(deployment -> Manifests.podOf(deployment).at("topologySpreadConstraints").items().stream()
                        .filter(constraint -> !selects(constraint.at("labelSelector", "matchLabels"), deployment))
                        .map(constraint -> constraint.where() + ": spreads other pods"));
        var services = manifests
                .ofKind("Service")
                .filter(service -> selected(service.at("spec", "selector")).size() != 1)
                .map(service -> service.where() + ": Service selects not one Deployment");
        var budgets = manifests
                .ofKind("PodDisruptionBudget")
                .filter(budget ->
                        selected(budget.at("spec", "selector", "matchLabels")).size() != 1)
                .map(budget -> budget.where() + ": PodDisruptionBudget selects not one Deployment");
        return Stream.of(own, spread, services, budgets).flatMap(faults -> faults);
    }

    private Stream<String> ports() {
        var targets = manifests
                .ofKind("Service")
                .flatMap(service -> service.at("spec", "ports").items().stream()
                        .flatMap(port -> selected(service.at("spec", "selector")).stream()
                                .filter(deployment -> !hasPort(deployment, port.at("targetPort")))
                                .map(deployment -> port.where() + ": no port "
                                        + port.at("targetPort").text())));
        var probes = manifests
                .containers()
                .flatMap(container -> Stream.of("startup", "liveness", "readiness")
                        .map(probe -> container.at(probe + "Probe", "httpGet", "port"))
                        .filter(port -> !portsOf(container).contains(port.value()))
                        .map(port -> port.where() + ": no port " + port.text()));
        return Stream.concat(targets, probes);
    }

    /** A policy for pods that do not exist, or a port they do not have, protects nothing and looks as if it did. */
    private Stream<String> policies() {
        return manifests.ofKind("NetworkPolicy").flatMap(policy -> {
            var pods = policy.at("spec", "podSelector");
            var names = Stream.concat(
                    Stream.of(pods),
                    policy.at("spec", "ingress").items().stream()
                            .flatMap(rule -> rule.at("from").items().stream().map(from -> from.at("podSelector"))));
            var unknown = names.flatMap(ReferenceRules::namesIn)
                    .filter(name -> deploymentsNamed(name).isEmpty())
                    .map(name -> policy.where() + ": no pods are named " + name);
            var closed = policy.at("spec", "ingress").items().stream()
                    .flatMap(rule -> rule.at("ports").items().stream())
                    .flatMap(port -> namesIn(pods)
                            .flatMap(name -> deploymentsNamed(name).stream())
                            .filter(deployment -> !hasPort(deployment, port.at("port")))
                            .map(deployment -> port.where() + ": no port "
                                    + port.at("port").text()));
            return Stream.concat(unknown, closed);
        });
    }

    private Stream<String> sources() {
        var generated = manifests.kustomization().at("configMapGenerator").items().stream()
                .map(generator -> generator.at("name").text())
                .collect(Collectors.toSet());
        var maps = manifests
                .containers()
                .flatMap(container -> container.at("envFrom").items().stream())
                .map(source -> source.at("configMapRef"))
                .filter(Node::exists)
                .filter(reference -> !generated.contains(reference.at("name").text()))
                .map(reference -> reference.where() + ": no ConfigMap "
                        + reference.at("name").text());
        var secrets = manifests
                .containers()
                .flatMap(container -> container.at("envFrom").items().stream())
                .map(source -> source.at("secretRef"))
                .filter(Node::exists)
                .flatMap(reference -> secret(reference, reference.at("name").text(), List.of()));
        var keys = manifests
                .containers()
                .flatMap(container -> container.at("env").items().stream())
                .map(variable -> variable.at("valueFrom", "secretKeyRef"))
                .filter(Node::exists)
                .flatMap(key ->
                        secret(key, key.at("name").text(), List.of(key.at("key").text())));
        var files = manifests
                .deployments()
                .flatMap(deployment -> Manifests.podOf(deployment).at("volumes").items().stream())
                .map(volume -> volume.at("secret"))
                .filter(Node::exists)
                .flatMap(secret -> secret(
                        secret,
                        secret.at("secretName").text(),
                        secret.at("items").items().stream()
                                .map(item -> item.at("key").text())
                                .toList()));
        return Stream.of(maps, secrets, keys, files).flatMap(faults -> faults);
    }

    private static Stream<String> secret(Node reference, String name, List<String> keys) {
        if (!SECRETS.containsKey(name)) {
            return Stream.of(reference.where() + ": nobody is told of a Secret " + name);
        }
        var byOption = GIVEN_BY_OPTION.contains(name) || keys.stream().anyMatch(KEYS_BY_OPTION::contains);
        if (byOption && !reference.at("optional").is(true)) {
            return Stream.of(reference.where() + ": must be optional");
        }
        return keys.stream()
                .filter(key -> !SECRETS.get(name).contains(key))
                .map(key -> reference.where() + ": nobody is told of a key " + key);
    }

    private Stream<String> volumes() {
        return manifests.deployments().flatMap(deployment -> {
            var volumes = names(Manifests.podOf(deployment).at("volumes"));
            return Manifests.podOf(deployment).at("containers").items().stream()
                    .flatMap(container -> container.at("volumeMounts").items().stream())
                    .filter(mount -> !volumes.contains(mount.at("name").text()))
                    .map(mount -> mount.where() + ": no such volume");
        });
    }

    private Stream<String> accounts() {
        var accounts = manifests.ofKind("ServiceAccount").map(Manifests::nameOf).collect(Collectors.toSet());
        return manifests
                .deployments()
                .map(deployment -> Manifests.podOf(deployment).at("serviceAccountName"))
                .filter(account -> !accounts.contains(account.text()))
                .map(account -> account.where() + ": no such ServiceAccount");
    }

    private List<Node> selected(Node labels) {
        return manifests
                .deployments()
                .filter(deployment -> selects(labels, deployment))
                .toList();
    }

    private static boolean selects(Node labels, Node deployment) {
        return !labels.keys().isEmpty()
                && labels.keys().stream()
                        .allMatch(key -> Objects.equals(
                                labels.at(key).value(),
                                Manifests.labelsOf(deployment).at(key).value()));
    }

    private List<Node> deploymentsNamed(String name) {
        return manifests
                .deployments()
                .filter(deployment -> Manifests.labelsOf(deployment)
                        .at("app.kubernetes.io/name")
                        .is(name))
                .toList();
    }

    private static Stream<String> namesIn(Node selector) {
        var one =
                Stream.of(selector.at("matchLabels", "app.kubernetes.io/name")).filter(Node::exists);
        var several = selector.at("matchExpressions").items().stream()
                .flatMap(expression -> expression.at("values").items().stream());
        return Stream.concat(one, several).map(Node::text);
    }

    private static boolean hasPort(Node deployment, Node port) {
        return Manifests.podOf(deployment).at("containers").items().stream()
                .anyMatch(container -> portsOf(container).contains(port.value()));
    }

    private static Set<Object> portsOf(Node container) {
        return container.at("ports").items().stream()
                .flatMap(port -> Stream.of(
                        port.at("name").value(), port.at("containerPort").value()))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Node list) {
        return list.items().stream().map(item -> item.at("name").text()).collect(Collectors.toSet());
    }
}
