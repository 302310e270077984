package org.vedette.acceptance.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever a resource of an overlay names is there: Secrets and ConfigMaps, what is scaled, what requests are routed to. */
final class OverlayRules {

    /** Secrets that k8s/README.md has people make, or an operator. */
    private static final Map<String, Set<String>> SECRETS = Map.of(
            "gateway", Set.of("signing-key.pem", "encryption-key", "tokens", "admin-password", "VEDETTE_MONGODB"),
            "notification-service", Set.of("VEDETTE_LINK_KEY", "VEDETTE_SMTP_USERNAME", "VEDETTE_SMTP_PASSWORD"),
            "post-service", Set.of(),
            "feed-service", Set.of(),
            "kafka-post-service", Set.of("password"),
            "kafka-feed-service", Set.of("password"),
            "kafka-notification-service", Set.of("password"),
            "kafka-ca", Set.of("ca.crt"),
            "mongodb-ca", Set.of("ca.crt"),
            "backup", Set.of("VEDETTE_BACKUP_MONGODB"));

    private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "CronJob");

    private final List<Node> resources;

    OverlayRules(List<Node> resources) {
        this.resources = resources;
    }

    Stream<Node> ofKind(String kind) {
        return resources.stream().filter(resource -> resource.at("kind").is(kind));
    }

    Stream<String> faults() {
        return Stream.of(volumes(), secrets(), scaled(), ingress(), routes(), policies(), monitors())
                .flatMap(faults -> faults);
    }

    /** Names of Deployments that something else scales. */
    Set<String> scaledNames() {
        return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(this::ofKind)
                .map(each -> each.at("spec", "scaleTargetRef", "name").text())
                .collect(Collectors.toSet());
    }

    private Stream<Node> pods() {
        return WORKLOADS.stream().flatMap(this::ofKind).map(OverlayRules::pod);
    }

    private static Node pod(Node workload) {
        var spec = workload.at("spec");
        return (workload.at("kind").is("CronJob") ? spec.at("jobTemplate", "spec") : spec).at("template", "spec");
    }

    private Stream<String> volumes() {
        var claims = names("PersistentVolumeClaim");
        var maps = names("ConfigMap");
        return pods().flatMap(pod -> pod.at("volumes").items().stream())
                .flatMap(volume -> Stream.of(
                                missing(volume.at("persistentVolumeClaim", "claimName"), claims),
                                missing(volume.at("configMap", "name"), maps))
                        .flatMap(faults -> faults));
    }

    private Stream<String> secrets() {
        var files = pods().flatMap(pod -> pod.at("volumes").items().stream())
                .map(volume -> volume.at("secret"))
                .filter(Node::exists)
                .flatMap(secret -> secret.at("items").items().stream()
                        .flatMap(item -> key(secret.at("secretName"), item.at("key"))));
        var variables = pods().flatMap(pod ->
                        Stream.concat(pod.at("containers").items().stream(), pod.at("initContainers").items().stream()))
                .flatMap(container -> container.at("env").items().stream())
                .map(variable -> variable.at("valueFrom", "secretKeyRef"))
                .filter(Node::exists)
                .flatMap(reference -> key(reference.at("name"), reference.at("key")));
        return Stream.concat(files, variables);
    }

    private static Stream<String> key(Node name, Node key) {
        return SECRETS.getOrDefault(name.text(), Set.of()).contains(key.text())
                ? Stream.empty()
                : Stream.of(key.where() + ": nobody is told of a key " + key.text() + " of " + name.text());
    }

    private Stream<String> scaled() {
        return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(this::ofKind)
                .flatMap(each -> missing(each.at("spec", "scaleTargetRef", "name"), names("Deployment")));
    }

    private Stream<String> ingress() {
        return ofKind("Ingress")
                .flatMap(each -> each.at("spec", "rules").items().stream())
                .flatMap(rule -> rule.at("http", "paths").items().stream())
                .map(path -> path.at("backend", "service"))
                .flatMap(service -> port(service.at("name"), service.at("port", "name"), "name"));
    }

    private Stream<String> routes() {
        return ofKind("HTTPRoute")
                .flatMap(each -> each.at("spec", "rules").items().stream())
                .flatMap(rule -> rule.at("backendRefs").items().stream())
                .flatMap(backend -> port(backend.at("name"), backend.at("port"), "port"));
    }

    private Stream<String> port(Node name, Node port, String field) {
        var found = ofKind("Service")
                .filter(service -> Manifests.nameOf(service).equals(name.text()))
                .flatMap(service -> service.at("spec", "ports").items().stream())
                .anyMatch(each -> each.at(field).is(port.value()));
        return found ? Stream.empty() : Stream.of(port.where() + ": no Service " + name.text() + " with it");
    }

    /** A policy for pods that do not exist protects nothing and looks as if it did. */
    private Stream<String> policies() {
        var pods =
                WORKLOADS.stream().flatMap(this::ofKind).map(Manifests::nameOf).collect(Collectors.toSet());
        return Stream.concat(
                        ofKind("NetworkPolicy").map(policy -> policy.at("spec", "podSelector")),
                        ofKind("PodMonitor").map(monitor -> monitor.at("spec", "selector")))
                .flatMap(OverlayRules::namesIn)
                .flatMap(name -> missing(name, pods));
    }

    private static Stream<Node> namesIn(Node selector) {
        var one =
                Stream.of(selector.at("matchLabels", "app.kubernetes.io/name")).filter(Node::exists);
        var several = selector.at("matchExpressions").items().stream()
                .flatMap(expression -> expression.at("values").items().stream());
        return Stream.concat(one, several);
    }

    private Stream<String> monitors() {
        var ports = ofKind("Deployment")
                .flatMap(deployment -> Manifests.podOf(deployment).at("containers").items().stream())
                .flatMap(container -> container.at("ports").items().stream())
                .map(port -> port.at("name").text())
                .collect(Collectors.toSet());
        return ofKind("PodMonitor")
                .flatMap(monitor -> monitor.at("spec", "podMetricsEndpoints").items().stream())
                .flatMap(endpoint -> missing(endpoint.at("port"), ports));
    }

    private Set<String> names(String kind) {
        return ofKind(kind).map(Manifests::nameOf).collect(Collectors.toSet());
    }

    private static Stream<String> missing(Node name, Set<String> names) {
        return !name.exists() || names.contains(name.text())
                ? Stream.empty()
                : Stream.of(name.where() + ": there is no " + name.text());
    }
}
