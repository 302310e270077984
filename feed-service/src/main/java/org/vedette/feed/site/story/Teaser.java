package org.vedette.feed.site.story;

/**
 * The beginning of a text, cut at a word: what stands under a title to draw the reader in. An excerpt begins as its text
 * does and is longer, so it has the same teaser.
 */
public final class Teaser {

    private static final int LENGTH = 100;
    private static final String CUT = " ...";

    private Teaser() {}

    /** The whole text in one line where it fits 100 characters, else as many whole words as do and " ...". */
    public static String of(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LENGTH) {
            return line;
        }
        var lastSpace = line.lastIndexOf(' ', LENGTH);
        return (lastSpace > 0 ? line.substring(0, lastSpace) : beginning(line)) + CUT;
    }

    /** One word longer than the line: cut inside it, but never inside a character. */
    private static String beginning(String word) {
        var end = Character.isHighSurrogate(word.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return word.substring(0, end);
    }
}
