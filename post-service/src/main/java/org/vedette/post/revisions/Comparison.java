package org.vedette.post.revisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.PostField;

/**
 * Two revisions of a post and their differences.
 *
 * @param fields all fields that differ, but for the body
 * @param body the differences of the body; null when it is the same
 */
public record Comparison(
        RevisionInfo before,
        RevisionInfo after,
        List<FieldChange> fields,
        @Nullable TextDiff body) {

    public Comparison {
        fields = List.copyOf(fields);
    }

    /** A field with its values as text; null where it has none. */
    public record FieldChange(
            PostField field,
            @Nullable String before,
            @Nullable String after) {}
}
