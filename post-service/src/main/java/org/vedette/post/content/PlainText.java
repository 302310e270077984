package org.vedette.post.content;

import java.text.Normalizer;

/** Normalizes text as people paste it, and refuses characters that HTML, XML or mail cannot carry. */
public final class PlainText {

    /** Grapheme joiner, Hangul fillers, inherent vowels of Khmer, empty Braille pattern. */
    private static final String INVISIBLE = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private PlainText() {}

    /** Normalizes to one line: each run of white space becomes one space; composes to NFC. */
    static String line(String raw) {
        return normalized(raw).replaceAll("[\\s\\u0085\\p{Z}]+", " ").strip();
    }

    /** Normalizes to one line that is not blank and has at most {@code max} characters. */
    public static String line(String raw, int max) {
        var line = line(raw);
        if (line.codePoints().allMatch(PlainText::isBlank)) {
            throw new InvalidValueException("must not be blank");
        }
        return atMost(max, line);
    }

    /** Normalizes line ends to {@code \n}; composes to NFC. */
    public static String lines(String raw) {
        return normalized(raw.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** True when a reader sees nothing of the text: only white space, fillers and invisible characters. */
    public static boolean isInvisible(String text) {
        return text.codePoints().allMatch(PlainText::isInvisible);
    }

    private static String atMost(int max, String text) {
        var length = text.codePointCount(0, text.length());
        if (length > max) {
            throw new InvalidValueException("must have at most " + max + " characters, has " + length);
        }
        return text;
    }

    /** Includes what Unicode calls default ignorable, as far as it is assigned, and the empty Braille pattern. */
    private static boolean isInvisible(int character) {
        return isBlank(character) || isVariationSelector(character) || INVISIBLE.indexOf(character) >= 0;
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean isVariationSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF)
                || (character >= 0x180B && character <= 0x180F);
    }

    /**
     * Refuses text that HTML, XML or mail cannot carry, or that changes the direction of the text after it.
     *
     * @throws InvalidValueException with the first such character and its position
     */
    public static void requirePublishable(String raw) {
        var characters = raw.codePoints().iterator();
        for (var position = 1; characters.hasNext(); position++) {
            var character = characters.nextInt();
            if (!isPublishable(character)) {
                throw new InvalidValueException(
                        "has a character that cannot be published (U+%04X at character %d): remove it"
                                .formatted(character, position));
            }
        }
    }

    /** The text without the characters that {@link #requirePublishable} refuses. */
    public static String publishable(String raw) {
        return raw.codePoints().allMatch(PlainText::isPublishable)
                ? raw
                : raw.codePoints()
                        .filter(PlainText::isPublishable)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** At most {@code max} characters from the start of a text; never the first half of one. */
    public static String start(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    private static String normalized(String raw) {
        requirePublishable(raw);
        return Normalizer.normalize(raw, Normalizer.Form.NFC);
    }

    /**
     * True for a Char of XML 1.0 §2.2 that is neither a C1 control nor changes the direction of the text after it. Char
     * excludes unpaired surrogates and U+FFFE.
     */
    private static boolean isPublishable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t' || character == '\r' || character == 0x85;
            case Character.SURROGATE -> false;
            case Character.FORMAT -> !isDirectional(character);
            default -> (character & 0xFFFE) != 0xFFFE;
        };
    }

    /** Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9 §2). */
    private static boolean isDirectional(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
