package org.vedette.acceptance.delivery;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The kustomize base.
 *
 * @param kustomization its list of files
 * @param files names of the files beside it
 * @param resources every manifest in the listed files
 * @param settings lines of the shared settings, {@code NAME=value}
 */
record Manifests(Node kustomization, List<String> files, List<Node> resources, List<String> settings) {

    private static final String BASE = "k8s/base/";

    static Manifests base() {
        return base(text -> text);
    }

    /** The base with an edit made to each of its files. */
    static Manifests base(UnaryOperator<String> edit) {
        var checkout = Checkout.here();
        var kustomization = Node.document("kustomization.yaml", edit.apply(checkout.text(BASE + "kustomization.yaml")));
        var resources = kustomization.at("resources").texts().stream()
                .flatMap(file -> Node.documents(file, edit.apply(checkout.text(BASE + file))).stream())
                .toList();
        var settings = edit.apply(checkout.text(BASE + "settings.env"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        return new Manifests(kustomization, checkout.names(BASE), resources, settings);
    }

    Stream<Node> ofKind(String kind) {
        return resources.stream().filter(resource -> resource.at("kind").is(kind));
    }

    Stream<Node> deployments() {
        return ofKind("Deployment");
    }

    /** The only container of each Deployment. */
    Stream<Node> containers() {
        return deployments().flatMap(deployment -> podOf(deployment).at("containers").items().stream());
    }

    /** The pod template's spec. */
    static Node podOf(Node deployment) {
        return deployment.at("spec", "template", "spec");
    }

    static Node labelsOf(Node deployment) {
        return deployment.at("spec", "template", "metadata", "labels");
    }

    static String nameOf(Node resource) {
        return resource.at("metadata", "name").text();
    }
}
