package org.vedette.post.markup.render;

import org.commonmark.node.Node;
import org.vedette.post.markup.UnrenderableMarkdownException;

/** Refuses Markdown whose rendering would take time or memory out of proportion to its size. */
final class ComplexityLimits {

    /** Bounds the recursion over blocks and inlines; no reader makes sense of deeper nesting. */
    static final int MAX_DEPTH = 100;

    private static final long MAX_CELLS = 500_000;
    private static final long MAX_LOOKAHEAD = 200_000_000;

    private ComplexityLimits() {}

    static Node requireShallowNesting(Node document) {
        var depth = 0;
        var node = document;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                refuse(++depth > MAX_DEPTH, "is nested more than " + MAX_DEPTH + " levels deep: flatten it");
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return document;
    }

    /** The renderer pads a short row to the width of its table, so lines times columns bounds the cells. */
    static void requireSmallTables(String markdown) {
        long lines = 1;
        long widest = 0;
        long bars = 0;
        for (var i = 0; i < markdown.length(); i++) {
            var character = markdown.charAt(i);
            if (character == '\n') {
                lines++;
                bars = 0;
            } else if (character == '|') {
                widest = Math.max(widest, ++bars);
            }
        }
        refuse(lines * widest > MAX_CELLS, "has a table that is too large: split it");
    }

    /** At every {@code <} the parser scans for a {@code >}, up to the end of the paragraph if there is none. */
    static void requireClosedAngleBrackets(String markdown) {
        long lookahead = 0;
        var end = markdown.length();
        for (var i = markdown.length() - 1; i >= 0; i--) {
            var character = markdown.charAt(i);
            if (character == '>' || (character == '\n' && i > 0 && markdown.charAt(i - 1) == '\n')) {
                end = i;
            } else if (character == '<') {
                lookahead += end - i;
            }
        }
        refuse(
                lookahead > MAX_LOOKAHEAD,
                "has too many < without a >: write them as &lt;, or in code blocks of their own");
    }

    private static void refuse(boolean tooMuch, String reason) {
        if (tooMuch) {
            throw new UnrenderableMarkdownException(reason);
        }
    }
}
