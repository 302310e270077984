package org.vedette.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What an editor sends to the API: valid by default, JSON in the end. */
record Manuscript(Map<String, Object> fields) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Manuscript titled(String title) {
        return new Manuscript(Map.of(
                "title",
                title,
                "standfirst",
                "What we saw this week, in short.",
                "body",
                "The kit calls home to `hxxp://parcel[.]example` at night.\n\nMore will follow.",
                "bylines",
                List.of(Map.of("name", "Ada Example", "affiliation", "Example Labs"))));
    }

    Manuscript with(String field, Object value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Manuscript(changed);
    }

    Manuscript without(String field) {
        var changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new Manuscript(changed);
    }

    String json() {
        return JSON.writeValueAsString(fields);
    }
}
