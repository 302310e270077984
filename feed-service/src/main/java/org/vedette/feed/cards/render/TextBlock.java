package org.vedette.feed.cards.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in lines that fit a width, in the largest size in which all of it fits a height.
 *
 * @param lines from top to bottom
 * @param size size of the font in pixels
 */
record TextBlock(List<String> lines, double size) {

    private static final double LARGEST = 76;
    private static final double SMALLEST = 44;
    private static final double STEP = 4;
    private static final double LEADING = 1.16;
    private static final String ELLIPSIS = "…";

    TextBlock {
        lines = List.copyOf(lines);
    }

    static TextBlock fit(String text, Typeface typeface, double width, double height) {
        for (var size = LARGEST; size > SMALLEST; size -= STEP) {
            var lines = wrap(text, typeface, size, width);
            if (lines.size() * size * LEADING <= height) {
                return new TextBlock(lines, size);
            }
        }
        var lines = wrap(text, typeface, SMALLEST, width);
        var most = (int) (height / (SMALLEST * LEADING));
        return new TextBlock(lines.size() <= most ? lines : cut(lines, most, typeface, width), SMALLEST);
    }

    double lineHeight() {
        return size * LEADING;
    }

    private static List<String> cut(List<String> lines, int most, Typeface typeface, double width) {
        var kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, withEllipsis(kept.get(most - 1), typeface, SMALLEST, width));
        return kept;
    }

    /** As much of a line as fits together with an ellipsis. */
    static String withEllipsis(String line, Typeface typeface, double size, double width) {
        var kept = line;
        while (!kept.isEmpty() && typeface.width(kept + ELLIPSIS, size) > width) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.stripTrailing() + ELLIPSIS;
    }

    private static List<String> wrap(String text, Typeface typeface, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (typeface.width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = rest(word, lines, typeface, size, width);
        }
        lines.add(line);
        return lines;
    }

    /** Breaks a word that is wider than a line, such as a hash, and returns its last part. */
    private static String rest(String word, List<String> lines, Typeface typeface, double size, double width) {
        var rest = word;
        while (typeface.width(rest, size) > width) {
            var end = rest.length();
            while (typeface.width(rest.substring(0, end), size) > width) {
                end = rest.offsetByCodePoints(end, -1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
