package org.vedette.acceptance.delivery;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** How our pods are to run: restricted, probed, bounded, and stopped gracefully. */
final class PodRules {

    /** 5 s to be taken out of the Service, 5 s in which connections end, and two phases of 20 s each. */
    private static final int LEAST_GRACE = 50;

    private PodRules() {}

    static Stream<String> faults(Node deployment) {
        return faults(deployment, false);
    }

    /** @param scaled whether something else decides about the number of replicas */
    static Stream<String> faults(Node deployment, boolean scaled) {
        var pod = Manifests.podOf(deployment);
        return Stream.concat(
                Stream.of(
                                must(
                                        deployment.at("spec", "replicas"),
                                        "be 2 or more",
                                        node -> node.number() >= 2 || (scaled && !node.exists())),
                                must(deployment.at("spec", "strategy", "rollingUpdate", "maxUnavailable"), 0),
                                must(pod.at("securityContext", "runAsNonRoot"), true),
                                must(pod.at("securityContext", "runAsUser"), 10001),
                                must(pod.at("securityContext", "seccompProfile", "type"), "RuntimeDefault"),
                                must(pod.at("automountServiceAccountToken"), false),
                                must(pod.at("enableServiceLinks"), false),
                                must(
                                        pod.at("terminationGracePeriodSeconds"),
                                        "be at least " + LEAST_GRACE,
                                        node -> node.number() >= LEAST_GRACE),
                                must(pod.at("topologySpreadConstraints"), "be there", Node::exists),
                                must(
                                        pod.at("containers"),
                                        "be one",
                                        node -> node.items().size() == 1),
                                mustNot(pod.at("hostNetwork")),
                                mustNot(pod.at("hostPID")),
                                mustNot(pod.at("hostIPC")),
                                mustNot(pod.at("initContainers")))
                        .flatMap(faults -> faults),
                pod.at("containers").items().stream().flatMap(container -> container(container, pod)));
    }

    private static Stream<String> container(Node container, Node pod) {
        var security = container.at("securityContext");
        return Stream.of(
                        must(security.at("allowPrivilegeEscalation"), false),
                        must(security.at("readOnlyRootFilesystem"), true),
                        must(
                                security.at("capabilities", "drop"),
                                "be [ALL]",
                                node -> node.text().equals("[ALL]")),
                        mustNot(security.at("capabilities", "add")),
                        mustNot(security.at("privileged")),
                        mustNot(security.at("runAsUser")),
                        mustNot(security.at("runAsNonRoot")),
                        mustNot(security.at("seccompProfile")),
                        must(container.at("resources", "requests", "cpu"), "be there", Node::exists),
                        must(container.at("resources", "requests", "memory"), "be there", Node::exists),
                        must(container.at("resources", "limits", "cpu"), "be there", Node::exists),
                        must(container.at("resources", "limits", "memory"), "be there", Node::exists),
                        probe(container.at("startupProbe"), "liveness"),
                        probe(container.at("livenessProbe"), "liveness"),
                        probe(container.at("readinessProbe"), "readiness"),
                        must(container.at("lifecycle", "preStop"), "be there", Node::exists),
                        must(container.at("volumeMounts"), "have an empty /tmp", node -> hasEmptyTmp(node, pod)),
                        memory(container),
                        container.at("ports").items().stream().flatMap(port -> mustNot(port.at("hostPort"))),
                        pod.at("volumes").items().stream().flatMap(volume -> mustNot(volume.at("hostPath"))))
                .flatMap(faults -> faults);
    }

    /** A container that gets more than it asked for is the first to be killed when its node has none left. */
    private static Stream<String> memory(Node container) {
        var limit = container.at("resources", "limits", "memory").text();
        return must(container.at("resources", "requests", "memory"), limit);
    }

    private static Stream<String> probe(Node probe, String group) {
        return Stream.concat(
                must(probe.at("httpGet", "path"), "/actuator/health/" + group),
                must(probe.at("httpGet", "port"), "management"));
    }

    private static boolean hasEmptyTmp(Node mounts, Node pod) {
        return mounts.items().stream()
                .filter(mount -> mount.at("mountPath").is("/tmp"))
                .anyMatch(mount -> pod.at("volumes").items().stream()
                        .anyMatch(
                                volume -> volume.at("name").is(mount.at("name").value())
                                        && volume.at("emptyDir").exists()));
    }

    private static Stream<String> must(Node node, Object value) {
        return must(node, "be " + value, found -> found.is(value));
    }

    private static Stream<String> mustNot(Node node) {
        return must(node, "not be there", found -> !found.exists());
    }

    private static Stream<String> must(Node node, String what, Predicate<Node> rule) {
        return rule.test(node) ? Stream.empty() : Stream.of(node.where() + " must " + what);
    }
}
