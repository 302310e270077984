package org.vedette.feed.content.web;

import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
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

    private static final List<String> ALL = Arrays.stream(PostView.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** Fields that a summary does not have. */
    private static final List<String> BODY = List.of("correction", "corrections", "html", "text");

    private static final Fields SUMMARY =
            new Fields(ALL.stream().filter(name -> !BODY.contains(name)).collect(toCollection(TreeSet::new)));

    /** Parses a list of names; without one it is everything but the body. */
    static Fields parse(@Nullable String list) {
        if (list == null) {
            return SUMMARY;
        }
        var names = new TreeSet<>(List.of(list.split(",", -1)));
        if (!ALL.containsAll(names)) {
            throw RequestRejectedException.invalid(
                    "unknown-field", "\"fields\" is a list, separated by commas, of " + String.join(", ", ALL) + ".");
        }
        return new Fields(names);
    }

    boolean needBody() {
        return BODY.stream().anyMatch(names::contains);
    }

    /** Removes from a post the fields that were not requested. */
    void filter(JsonNode post) {
        var unused = ((ObjectNode) post).retain(names);
    }
}
