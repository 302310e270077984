package org.vedette.post.studio.history.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.revisions.TextDiff;

/**
 * What differs between two revisions.
 *
 * @param before who made the first one, and when
 * @param after the same of the other
 * @param fields the fields that differ, with the body at the end
 */
public record ComparisonPart(String before, String after, List<FieldPart> fields) {

    public ComparisonPart {
        fields = List.copyOf(fields);
    }

    /**
     * A field that differs.
     *
     * @param name such as Title
     * @param remark what is to be known about the comparison; null for nothing
     */
    public record FieldPart(String name, @Nullable String remark, List<LinePart> lines) {

        public FieldPart {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line.
     *
     * @param style equal, deleted, inserted or skipped
     * @param segments its parts; one for a line that was not compared by words
     */
    public record LinePart(String style, List<TextDiff.Segment> segments) {

        public LinePart {
            segments = List.copyOf(segments);
        }

        /** What a program reads before the line. */
        public String sign() {
            return switch (style) {
                case "deleted" -> "Deleted: ";
                case "inserted" -> "Inserted: ";
                default -> "";
            };
        }
    }
}
