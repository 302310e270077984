package org.vedette.feed.search.index.analysis;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Unifies spellings of a term: case, accents, compatibility forms, apostrophes and invisible characters. It marks
 * terms that the stemmer after it must not change as keywords.
 *
 * <p>Lucene's {@code ASCIIFoldingFilter} alone knows Latin letters only; Greek and Cyrillic accents need the
 * decomposition of Unicode (NFKD) before it.
 */
final class FoldingFilter extends TokenFilter {

    /** DNS and AWS are no plurals. */
    private static final int SHORTEST_PLURAL = 4;

    private static final int MAX_ASCII_PER_CHARACTER = 4;

    /** One character may decompose into eighteen; terms of Lucene have a limit. */
    private static final int MAX_LENGTH = 512;

    private static final String SIGNS_IN_INDICATORS = ".@-_+#";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final StringBuilder plain = new StringBuilder();

    FoldingFilter(TokenStream input) {
        super(input);
    }

    /** Of a few characters folding leaves nothing; such a token is skipped, its position is kept. */
    @Override
    public boolean incrementToken() throws IOException {
        var skipped = 0;
        while (input.incrementToken()) {
            if (!lowerCaseAscii()) {
                fold();
            }
            if (term.length() > 0) {
                increment.setPositionIncrement(increment.getPositionIncrement() + skipped);
                keyword.setKeyword(!mayBePlural());
                return true;
            }
            skipped += increment.getPositionIncrement();
        }
        return false;
    }

    /** Nearly all terms are ASCII: these are lower-cased in place. Returns false for any other. */
    private boolean lowerCaseAscii() {
        var letters = term.buffer();
        for (var at = 0; at < term.length(); at++) {
            var letter = letters[at];
            if (!Words.isAscii(letter) || letter == '\'') {
                return false;
            }
            if (letter >= 'A' && letter <= 'Z') {
                letters[at] = (char) (letter + ('a' - 'A'));
            }
        }
        return true;
    }

    private void fold() {
        var decomposed = Normalizer.normalize(withoutPossessive(term.toString()), Normalizer.Form.NFKD);
        plain.setLength(0);
        for (var at = 0; at < decomposed.length() && plain.length() < MAX_LENGTH; ) {
            var letter = decomposed.codePointAt(at);
            if (isKept(letter)) {
                plain.appendCodePoint(letter == 'ς' ? 'σ' : Character.toLowerCase(letter));
            }
            at += Character.charCount(letter);
        }
        var length = plain.length();
        var letters = new char[length];
        plain.getChars(0, length, letters, 0);
        var ascii = term.setEmpty().resizeBuffer(length * MAX_ASCII_PER_CHARACTER);
        term.setLength(Math.min(MAX_LENGTH, ASCIIFoldingFilter.foldToASCII(letters, 0, ascii, 0, length)));
    }

    private static boolean isKept(int letter) {
        return Words.isWord(letter) ? !Words.isApostrophe(letter) : SIGNS_IN_INDICATORS.indexOf(letter) >= 0;
    }

    private static String withoutPossessive(String word) {
        var mark = word.length() - 2;
        return mark > 0 && Words.isApostrophe(word.charAt(mark)) && (word.charAt(mark + 1) | 0x20) == 's'
                ? word.substring(0, mark)
                : word;
    }

    private boolean mayBePlural() {
        var length = term.length();
        if (length < SHORTEST_PLURAL || term.charAt(length - 1) != 's' || isIndicator()) {
            return false;
        }
        for (var at = 0; at < length; at++) {
            if (term.charAt(at) < 'a' || term.charAt(at) > 'z') {
                return false;
            }
        }
        return true;
    }

    private boolean isIndicator() {
        return type.type().equals(IndicatorTokenizer.INDICATOR);
    }
}
