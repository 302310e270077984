package org.vedette.post.markup.render;

import org.commonmark.node.Node;
import org.vedette.post.markup.Unrenderable;

/** Refuses Markdown whose rendering would cost out of proportion to its size. */
final class Expense {

    /** Blocks and inlines nested deeper than this say nothing to a reader, and recursion over them is bounded. */
    static final int MAX_DEPTH = 100;

    private static final long MAX_CELLS = 500_000;
    private static final long MAX_LOOKED_AT = 200_000_000;

    private Expense() {}

    static Node refuseDeepNesting(Node document) {
        int depth = 0;
        Node node = document;
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

    /** A short row is filled up to the width of its table, so lines times columns bounds the cells. */
    static void refuseWideTables(String markdown) {
        long lines = 1;
        long widest = 0;
        long bars = 0;
        for (int i = 0; i < markdown.length(); i++) {
            char character = markdown.charAt(i);
            if (character == '\n') {
                lines++;
                bars = 0;
            } else if (character == '|') {
                widest = Math.max(widest, ++bars);
            }
        }
        refuse(lines * widest > MAX_CELLS, "has a table that is too large: split it");
    }

    /** At every {@code <} the parser looks ahead for a {@code >}, to the end of the paragraph if there is none. */
    static void refuseOpenAngles(String markdown) {
        long lookedAt = 0;
        int end = markdown.length();
        for (int i = markdown.length() - 1; i >= 0; i--) {
            char character = markdown.charAt(i);
            if (character == '>' || (character == '\n' && i > 0 && markdown.charAt(i - 1) == '\n')) {
                end = i;
            } else if (character == '<') {
                lookedAt += end - i;
            }
        }
        refuse(
                lookedAt > MAX_LOOKED_AT,
                "has too many < without a >: write them as &lt;, or in code blocks of their own");
    }

    private static void refuse(boolean tooMuch, String reason) {
        if (tooMuch) {
            throw new Unrenderable(reason);
        }
    }
}
