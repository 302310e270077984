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
 * The requested fields of a post.
 *
 * @param names as in {@link PostView}; sorted
 */
record Fields(Set<String> names) {

    private static final List<String> SUMMARY_FIELDS = List.of(
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
    private static final List<String> BODY_FIELDS = List.of("correction", "html", "text");
    private static final Fields SUMMARY = new Fields(new TreeSet<>(SUMMARY_FIELDS));

    /** Parses a list of names; without one it is everything but the body. */
    static Fields parse(@Nullable String list) {
        if (list == null) {
            return SUMMARY;
        }
        var names = new TreeSet<>(List.of(list.split(",", -1)));
        var unknown = new ArrayList<>(names);
        unknown.removeAll(SUMMARY_FIELDS);
        unknown.removeAll(BODY_FIELDS);
        if (!unknown.isEmpty()) {
            throw RequestRejectedException.invalid(
                    "unknown-field",
                    "\"fields\" is a list, separated by commas, of " + String.join(", ", SUMMARY_FIELDS) + ", "
                            + String.join(", ", BODY_FIELDS) + ".");
        }
        return new Fields(names);
    }

    boolean needBody() {
        return BODY_FIELDS.stream().anyMatch(names::contains);
    }

    /** Removes from a post the fields that were not requested. */
    void filter(JsonNode post) {
        var unused = ((ObjectNode) post).retain(names);
    }
}
