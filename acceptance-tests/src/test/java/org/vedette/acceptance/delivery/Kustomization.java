package org.vedette.acceptance.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A directory with a {@code kustomization.yaml}, rendered as {@code kubectl kustomize} does, as far as ours go: resources, components,
 * generated ConfigMaps and Secrets, strategic merge patches, images and a namespace. Generated names get no hash.
 */
final class Kustomization {

    private static final Set<String> FIELDS = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "labels",
            "resources",
            "components",
            "images",
            "configMapGenerator",
            "secretGenerator",
            "patches");
    private static final Set<String> GENERATOR_FIELDS =
            Set.of("name", "behavior", "envs", "literals", "files", "options");
    private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace");

    private final String directory;
    private final UnaryOperator<String> edit;
    private final List<Object> resources;

    private Kustomization(String directory, UnaryOperator<String> edit, List<Object> resources) {
        this.directory = directory;
        this.edit = edit;
        this.resources = resources;
    }

    /** The manifests of a directory below {@code k8s}. */
    static List<Node> render(String directory) {
        return render(directory, text -> text);
    }

    /** The same, with an edit made to each file that is read. */
    static List<Node> render(String directory, UnaryOperator<String> edit) {
        return build(path("k8s", directory), edit, new ArrayList<>()).stream()
                .map(resource -> new Node(directory + " " + label(resource), resource))
                .toList();
    }

    private static List<Object> build(String directory, UnaryOperator<String> edit, List<Object> resources) {
        new Kustomization(directory, edit, resources).apply();
        return resources;
    }

    private void apply() {
        var file = file("kustomization.yaml").get(0);
        refuseUnknown(file, FIELDS);
        for (var resource : file.at("resources").texts()) {
            if (resource.endsWith(".yaml")) {
                file(resource).forEach(manifest -> add(manifest.value()));
            } else {
                build(path(directory, resource), edit, new ArrayList<>()).forEach(this::add);
            }
        }
        file.at("configMapGenerator").items().forEach(each -> generate("ConfigMap", "data", each));
        file.at("secretGenerator").items().forEach(each -> generate("Secret", "stringData", each));
        for (var component : file.at("components").texts()) {
            build(path(directory, component), edit, resources);
        }
        file.at("patches")
                .items()
                .forEach(patch -> file(patch.at("path").text()).forEach(this::patch));
        file.at("images").items().forEach(this::rename);
        setNamespace(file.at("namespace"));
    }

    private void add(Object resource) {
        if (resources.stream().anyMatch(other -> label(other).equals(label(resource)))) {
            throw new IllegalArgumentException(directory + ": " + label(resource) + " is there twice");
        }
        resources.add(resource);
    }

    private void generate(String kind, String field, Node generator) {
        refuseUnknown(generator, GENERATOR_FIELDS);
        var data = new LinkedHashMap<String, Object>();
        lines(generator).forEach(line -> data.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        for (var name : generator.at("files").texts()) {
            data.put(name.substring(name.lastIndexOf('/') + 1), text(name));
        }
        var generated = new LinkedHashMap<String, Object>(Map.of("apiVersion", "v1", "kind", kind, field, data));
        generated.put("metadata", metadata(generator));
        if (generator.at("behavior").is("merge")) {
            patch(new Node(directory, generated));
        } else {
            add(generated);
        }
    }

    private static Map<String, Object> metadata(Node generator) {
        var metadata = new LinkedHashMap<String, Object>(
                Map.of("name", generator.at("name").text()));
        var labels = generator.at("options", "labels");
        if (labels.exists()) {
            metadata.put("labels", labels.value());
        }
        return metadata;
    }

    private Stream<String> lines(Node generator) {
        var files =
                generator.at("envs").texts().stream().flatMap(name -> text(name).lines());
        return Stream.concat(files, generator.at("literals").texts().stream())
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private void patch(Node patch) {
        var at = resources.stream().map(Kustomization::label).toList().indexOf(label(patch.value()));
        if (at < 0) {
            throw new IllegalArgumentException(
                    directory + ": a patch for " + label(patch.value()) + ", which is not there");
        }
        if (patch.at("$patch").is("delete")) {
            resources.remove(at);
            return;
        }
        resources.set(at, MergePatch.apply(resources.get(at), patch.value()));
    }

    private void rename(Node image) {
        var newImage = image.at("newName").text() + ":" + image.at("newTag").text();
        resources.replaceAll(resource -> MergePatch.replaceText(
                resource,
                "image",
                text -> text.split(":", 2)[0].equals(image.at("name").text()) ? newImage : text));
    }

    private void setNamespace(Node namespace) {
        if (namespace.exists()) {
            resources.replaceAll(resource ->
                    WITHOUT_NAMESPACE.contains(new Node("", resource).at("kind").text())
                            ? resource
                            : MergePatch.apply(resource, Map.of("metadata", Map.of("namespace", namespace.text()))));
        }
    }

    private List<Node> file(String name) {
        return Node.documents(path(directory, name), text(name));
    }

    private String text(String name) {
        return edit.apply(Checkout.here().text(path(directory, name)));
    }

    private static String path(String directory, String name) {
        return Path.of(directory, name).normalize().toString();
    }

    private static String label(Object resource) {
        var node = new Node("", resource);
        return node.at("kind").text() + "/" + node.at("metadata", "name").text();
    }

    private static void refuseUnknown(Node node, Set<String> known) {
        node.keys().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(node.where() + "." + key + " is no field that is rendered here");
        });
    }
}
