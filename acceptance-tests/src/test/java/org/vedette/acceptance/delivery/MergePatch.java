package org.vedette.acceptance.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A strategic merge patch of Kubernetes: maps are merged, lists whose elements have a key are merged by it, others are replaced. {@code
 * null} and {@code $patch: delete} remove.
 */
final class MergePatch {

    private static final String DIRECTIVE = "$patch";

    /** By the name of the list: what its elements are known by. */
    private static final Map<String, String> KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "env", "name",
            "volumes", "name",
            "volumeMounts", "mountPath",
            "ports", "containerPort");

    private MergePatch() {}

    static Object apply(Object target, Object patch) {
        return merge("", target, patch);
    }

    /** Replaces the text of each field of that name, at whatever depth. */
    static Object replaceText(Object value, String field, UnaryOperator<String> replacement) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, Object>();
            map.forEach((key, content) -> copy.put(
                    key,
                    field.equals(key) && content instanceof String text
                            ? replacement.apply(text)
                            : replaceText(content, field, replacement)));
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(item -> replaceText(item, field, replacement))
                        .toList()
                : value;
    }

    private static Object merge(String name, Object target, Object patch) {
        if (patch instanceof Map<?, ?> changes && target instanceof Map<?, ?> map) {
            var merged = new LinkedHashMap<Object, Object>(map);
            changes.forEach((key, change) -> {
                if (change == null) {
                    merged.remove(key);
                } else {
                    merged.put(key, merge(String.valueOf(key), map.get(key), change));
                }
            });
            return merged;
        }
        return patch instanceof List<?> changes && target instanceof List<?> list && KEYS.containsKey(name)
                ? mergeLists(list, changes, KEYS.get(name))
                : patch;
    }

    private static List<Object> mergeLists(List<?> target, List<?> changes, String key) {
        var merged = new ArrayList<Object>(target);
        for (var change : changes) {
            var id = ((Map<?, ?>) change).get(key);
            var at = merged.stream()
                    .map(item -> item instanceof Map<?, ?> map ? map.get(key) : null)
                    .toList()
                    .indexOf(Objects.requireNonNull(id, () -> "no " + key + " in " + change));
            if ("delete".equals(((Map<?, ?>) change).get(DIRECTIVE))) {
                merged.remove(at);
            } else if (at < 0) {
                merged.add(change);
            } else {
                merged.set(at, merge("", merged.get(at), change));
            }
        }
        return merged;
    }
}
