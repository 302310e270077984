package org.vedette.post.revisions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vedette.post.publishing.web.ChangeView;
import org.vedette.post.revisions.Comparison;
import org.vedette.post.revisions.Comparison.FieldChange;
import org.vedette.post.revisions.TextDiff;

/**
 * Two revisions and their differences, in responses to editors.
 *
 * @param body lines of the body that differ, and those near them; null when the body is the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonView(
        ChangeView before,
        ChangeView after,
        List<FieldView> fields,
        @Nullable BodyView body) {

    static ComparisonView of(Comparison comparison) {
        var body = comparison.body();
        return new ComparisonView(
                ChangeView.of(comparison.before()),
                ChangeView.of(comparison.after()),
                comparison.fields().stream().map(FieldView::of).toList(),
                body == null ? null : BodyView.of(body));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldView(
            String field, @Nullable String before, @Nullable String after) {

        static FieldView of(FieldChange change) {
            return new FieldView(change.field().json(), change.before(), change.after());
        }
    }

    /** @param complete false when the bodies differ in so much that they were not compared line by line */
    record BodyView(boolean complete, List<LineView> lines) {

        static BodyView of(TextDiff diff) {
            return new BodyView(
                    diff.isComplete(), diff.lines().stream().map(LineView::of).toList());
        }
    }

    /** @param words the parts of a line that was compared by words; null for one that was not */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(String kind, String text, @Nullable List<WordsView> words) {

        static LineView of(TextDiff.Line line) {
            var words = line.segments().stream()
                    .map(segment -> new WordsView(lowerCase(segment.kind()), segment.text()))
                    .toList();
            return new LineView(lowerCase(line.kind()), line.text(), words.isEmpty() ? null : words);
        }

        private static String lowerCase(TextDiff.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    record WordsView(String kind, String text) {}
}
