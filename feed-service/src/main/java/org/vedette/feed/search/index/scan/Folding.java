package org.vedette.feed.search.index.scan;

import java.text.Normalizer;
import java.util.Arrays;
import org.apache.lucene.analysis.en.EnglishMinimalStemmer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Brings spellings of a word together: case, accents, apostrophes, invisible letters and the English plural. */
public final class Folding {

    /** As long as the longest hash in use, SHA-512; what is longer counts with its beginning. */
    static final int MAX_LENGTH = 128;

    /** DNS and AWS are no plurals. */
    private static final int SHORTEST_PLURAL = 4;

    private static final int MOST_LETTERS_FOR_ONE = 4;

    private static final EnglishMinimalStemmer PLURALS = new EnglishMinimalStemmer();

    private Folding() {}

    /** A word of running text. */
    static String word(String text, int start, int end) {
        return singular(fold(text, start, end));
    }

    /** A part of an indicator, which has no plural. */
    public static String fold(String text, int start, int end) {
        var last = Math.min(end, start + MAX_LENGTH);
        var folded = new char[last - start];
        var length = 0;
        for (var at = start; at < last; at++) {
            var letter = text.charAt(at);
            if (!Letters.isAscii(letter) || letter == '\'') {
                return foldAny(text.substring(start, last));
            }
            folded[length++] = letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
        }
        return new String(folded, 0, length);
    }

    private static String foldAny(String word) {
        var plain = new StringBuilder();
        Normalizer.normalize(withoutPossessive(word), Normalizer.Form.NFKD)
                .codePoints()
                .filter(letter -> Letters.isWord(letter) && !Letters.isApostrophe(letter))
                .map(letter -> letter == 'ς' ? 'σ' : Character.toLowerCase(letter))
                .forEach(plain::appendCodePoint);
        var letters = plain.toString().toCharArray();
        var ascii = new char[letters.length * MOST_LETTERS_FOR_ONE];
        var length = ASCIIFoldingFilter.foldToASCII(letters, 0, ascii, 0, letters.length);
        return new String(Arrays.copyOf(ascii, Math.min(length, MAX_LENGTH)));
    }

    private static String withoutPossessive(String word) {
        var mark = word.length() - 2;
        return mark > 0 && Letters.isApostrophe(word.charAt(mark)) && (word.charAt(mark + 1) | 0x20) == 's'
                ? word.substring(0, mark)
                : word;
    }

    private static String singular(String word) {
        var length = word.length();
        if (length < SHORTEST_PLURAL || word.charAt(length - 1) != 's' || !isAsciiLetters(word)) {
            return word;
        }
        var letters = word.toCharArray();
        return new String(letters, 0, PLURALS.stem(letters, length));
    }

    private static boolean isAsciiLetters(String word) {
        for (var at = 0; at < word.length(); at++) {
            if (word.charAt(at) < 'a' || word.charAt(at) > 'z') {
                return false;
            }
        }
        return true;
    }
}
