package org.vedette.feed.site;

/**
 * The beginning of a text, cut at a word, as it stands under a title. An excerpt begins as its text does and is longer,
 * so both have the same teaser.
 */
final class Teaser {

    private static final int MAX_LENGTH = 100;
    private static final String ELLIPSIS = " ...";

    private Teaser() {}

    /** The whole text in one line where it fits 100 characters, else as many whole words as fit and an ellipsis. */
    static String of(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        var lastSpace = line.lastIndexOf(' ', MAX_LENGTH);
        return (lastSpace > 0 ? line.substring(0, lastSpace) : cut(line)) + ELLIPSIS;
    }

    /** Cuts a word that is longer than the line, but never between the halves of a surrogate pair. */
    private static String cut(String word) {
        var end = Character.isHighSurrogate(word.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return word.substring(0, end);
    }
}
