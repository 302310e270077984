package org.vedette.post.manuscript;

import java.text.Normalizer;
import java.util.PrimitiveIterator;

/** Cleans what people paste and refuses what no reader, feed or mail could carry. */
final class PlainText {

    private PlainText() {}

    /** One line: line breaks, tabs and runs of blanks become one space; composed to NFC. */
    static String line(String raw) {
        return normal(raw).replaceAll("[\\s\\u0085\\p{Z}]+", " ").strip();
    }

    /** A line that says something, of at most {@code max} characters. */
    static String line(String raw, int max) {
        String line = line(raw);
        if (isBlank(line)) {
            throw new Unfit("must not be blank");
        }
        return atMost(max, line);
    }

    /** Many lines: line ends become {@code \n}; composed to NFC. */
    static String lines(String raw) {
        return normal(raw.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** True when there is nothing to see: only blanks and invisible format characters. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(PlainText::isInvisible);
    }

    private static String atMost(int max, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            throw new Unfit("must have at most " + max + " characters, has " + length);
        }
        return text;
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static String normal(String raw) {
        PrimitiveIterator.OfInt characters = raw.codePoints().iterator();
        for (int position = 1; characters.hasNext(); position++) {
            int character = characters.nextInt();
            if (!isPortable(character)) {
                throw new Unfit("has a character that cannot be published (U+%04X at character %d): remove it"
                        .formatted(character, position));
            }
        }
        return Normalizer.normalize(raw, Normalizer.Form.NFC);
    }

    /**
     * Char of XML 1.0 §2.2, less the C1 controls, and less what turns the direction of all that follows on the line: half
     * a surrogate pair and U+FFFE are outside.
     */
    private static boolean isPortable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t' || character == '\r' || character == 0x85;
            case Character.SURROGATE -> false;
            case Character.FORMAT -> !turnsDirection(character);
            default -> (character & 0xFFFE) != 0xFFFE;
        };
    }

    /** Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9 §2). */
    private static boolean turnsDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
