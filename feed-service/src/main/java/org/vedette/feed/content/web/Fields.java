package org.vedette.feed.content.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.serving.RequestRejectedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields of a post a caller wants.
 *
 * @param names as in {@link PostView}; sorted
 */
record Fields(Set<String> names) {

    private static final List<String> OF_THE_HEAD = List.of(
            "id",
            "revision",
            "permalink",
            "slug",
            "title",
            "standfirst",
            "excerpt",
            "bylines",
            "tags",
            "series",
            "period",
            "tlp",
            "publishedAt",
            "revisedAt");
    private static final List<String> OF_THE_BODY = List.of("correction", "html", "text");
    private static final Fields HEAD = new Fields(new TreeSet<>(OF_THE_HEAD));

    /** Everything but the body when nothing is said. */
    static Fields read(@Nullable String list) {
        if (list == null) {
            return HEAD;
        }
        var names = new TreeSet<>(List.of(list.split(",", -1)));
        var unknown = new ArrayList<>(names);
        unknown.removeAll(OF_THE_HEAD);
        unknown.removeAll(OF_THE_BODY);
        if (!unknown.isEmpty()) {
            throw RequestRejectedException.invalid(
                    "unknown-field",
                    "\"fields\" is a list, separated by commas, of " + String.join(", ", OF_THE_HEAD) + ", "
                            + String.join(", ", OF_THE_BODY) + ".");
        }
        return new Fields(names);
    }

    boolean needBody() {
        return OF_THE_BODY.stream().anyMatch(names::contains);
    }

    /** Takes away from a post what was not asked for. */
    void leave(JsonNode post) {
        var unused = ((ObjectNode) post).retain(names);
    }
}
