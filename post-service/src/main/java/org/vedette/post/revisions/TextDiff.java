package org.vedette.post.revisions;

import java.util.List;

/**
 * The differences between two texts, by lines.
 *
 * @param isComplete false when the texts differ in so much that they were not compared: all lines of the first are deleted,
 *     all of the second inserted
 */
public record TextDiff(List<Line> lines, boolean isComplete) {

    public TextDiff {
        lines = List.copyOf(lines);
    }

    /** What happened to a line or a part of it. */
    public enum Kind {
        EQUAL,
        DELETED,
        INSERTED,
        /** Lines that are equal and not shown; the text says how many. */
        SKIPPED
    }

    /**
     * A line.
     *
     * @param segments its parts, where it was compared by words; else empty
     */
    public record Line(Kind kind, String text, List<Segment> segments) {

        public Line {
            segments = List.copyOf(segments);
        }

        public Line(Kind kind, String text) {
            this(kind, text, List.of());
        }
    }

    /** A part of a line. */
    public record Segment(Kind kind, String text) {}
}
