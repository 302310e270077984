package org.vedette.post.autosave;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed and did not save yet, however wrong it is.
 *
 * @param person id of who typed it, the only one who sees it
 * @param revision the one that was opened; 0 for a new post
 * @param fields of the form of the editor, by their names
 * @param at when it was kept
 */
public record Autosave(String person, AutosaveKey key, long revision, Map<String, List<String>> fields, Instant at) {

    public Autosave {
        var copy = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = copy;
    }

    /** In characters; each value counts as one more, so that empty ones count. */
    long size() {
        return fields.values().stream()
                .flatMap(List::stream)
                .mapToLong(value -> value.length() + 1L)
                .sum();
    }
}
