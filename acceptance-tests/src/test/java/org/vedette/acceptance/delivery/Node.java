package org.vedette.acceptance.delivery;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A place in a YAML document.
 *
 * @param where its path, for messages
 * @param value what is there, {@code null} for nothing
 */
record Node(String where, Object value) {

    /** The documents of a file; a key that is there twice is an error. */
    static List<Node> documents(String file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml = new Yaml(new SafeConstructor(options));
        return StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
                .map(document -> new Node(file, document))
                .toList();
    }

    static Node document(String file, String text) {
        var documents = documents(file, text);
        if (documents.size() != 1) {
            throw new IllegalArgumentException(file + " has " + documents.size() + " documents");
        }
        return documents.get(0);
    }

    boolean exists() {
        return value != null;
    }

    boolean is(Object expected) {
        return expected.equals(value);
    }

    Node at(String... keys) {
        var node = this;
        for (var key : keys) {
            node = new Node(node.where + "." + key, node.value instanceof Map<?, ?> map ? map.get(key) : null);
        }
        return node;
    }

    /** The elements of a list; nothing has none. */
    List<Node> items() {
        return value instanceof List<?> list
                ? list.stream()
                        .map(item -> new Node(where + "[" + label(item) + "]", item))
                        .toList()
                : List.of();
    }

    /** The entries of a map; nothing has none. */
    List<Node> entries() {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> new Node(where + "." + entry.getKey(), entry.getValue()))
                        .toList()
                : List.of();
    }

    List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    String text() {
        return String.valueOf(value);
    }

    int number() {
        return value instanceof Integer number ? number : Integer.MIN_VALUE;
    }

    private static Object label(Object item) {
        return item instanceof Map<?, ?> map ? map.get("name") : item;
    }
}
