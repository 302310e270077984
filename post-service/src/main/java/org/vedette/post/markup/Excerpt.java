package org.vedette.post.markup;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts the beginning of a text at a word boundary. */
public final class Excerpt {

    /** Longest excerpt, in characters, the ellipsis included. */
    public static final int MAX = 300;

    private static final int LOOK_AHEAD = 4096;

    private Excerpt() {}

    /** The beginning of the text on one line; cut at the end of a word and marked with … when there is more. */
    public static String of(String text) {
        var line = beginning(text).replaceAll("\\s+", " ").strip();
        return line.length() <= MAX ? line : cut(line) + "…";
    }

    private static String beginning(String text) {
        var start = text.stripLeading();
        return start.length() <= LOOK_AHEAD ? start : start.substring(0, LOOK_AHEAD);
    }

    private static String cut(String line) {
        var space = line.lastIndexOf(' ', MAX - 1);
        var end = space > MAX / 2 ? space : characterBoundary(line);
        return line.substring(0, end).replaceAll("[\\s\\p{Pd},;:.]+$", "");
    }

    private static int characterBoundary(String line) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        return characters.isBoundary(MAX - 1) ? MAX - 1 : characters.preceding(MAX - 1);
    }
}
