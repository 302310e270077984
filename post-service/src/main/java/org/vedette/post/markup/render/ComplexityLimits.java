package org.vedette.post.markup.render;

import org.commonmark.node.Node;
import org.vedette.post.markup.UnrenderableMarkdownException;

/** Refuses Markdown whose rendering would take time or memory out of proportion to its size. */
final class ComplexityLimits {

    /** Bounds the recursion over blocks and inlines; no reader makes sense of deeper nesting. */
    static final int MAX_DEPTH = 100;

    private static final long MAX_CELLS = 500_000;

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
        var lines = 1L;
        var widest = 0L;
        var bars = 0L;
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

    private static void refuse(boolean tooMuch, String reason) {
        if (tooMuch) {
            throw new UnrenderableMarkdownException(reason);
        }
    }
}
