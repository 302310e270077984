package org.vedette.post.imports;

/** Cuts texts off, and never between the two halves of a character. */
public final class Shortened {

    private Shortened() {}

    /** At most {@code max} characters of a text. */
    public static String of(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
