package org.vedette.feed.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a query: what a post must have, or must not have.
 *
 * @param kind how its text is meant
 * @param text as it was typed, without quotes, minus and star
 * @param excluded whether posts that have it are left out
 */
public record Clause(Kind kind, String text, boolean excluded) {

    /** Minimum length of a prefix; a shorter one would match half the language. */
    public static final int SHORTEST_PREFIX = 3;

    private static final String QUOTES = "\"“”„«»";

    /** How the text of a clause is meant. */
    public enum Kind {
        /** A word or an indicator; several words that were typed without a space are a phrase. */
        WORD,
        /** Words in this order. */
        PHRASE,
        /** The beginning of a word, or words of which the last is a beginning. */
        PREFIX
    }

    /**
     * Parses words, "phrases", -excluded and prefix*. No text is refused: what is no syntax is text. Lucene's
     * {@code SimpleQueryParser} knows more syntax than readers do, and fewer quotation marks.
     */
    static List<Clause> parse(String text) {
        var clauses = new ArrayList<Clause>();
        var at = 0;
        while (at < text.length()) {
            var start = isSpace(text.charAt(at)) ? at + 1 : clause(text, at, clauses);
            at = start;
        }
        return List.copyOf(clauses);
    }

    private static int clause(String text, int start, List<Clause> clauses) {
        var excluded = text.charAt(start) == '-';
        var from = excluded ? start + 1 : start;
        if (from < text.length() && isQuote(text.charAt(from))) {
            var end = endOfPhrase(text, from + 1);
            add(clauses, Kind.PHRASE, text.substring(from + 1, end), excluded);
            return end + 1;
        }
        var end = endOfChunk(text, from);
        word(text.substring(from, end), excluded, clauses);
        return Math.max(end, start + 1);
    }

    private static void word(String chunk, boolean excluded, List<Clause> clauses) {
        var stars = chunk.length();
        while (stars > 0 && chunk.charAt(stars - 1) == '*') {
            stars--;
        }
        var stem = chunk.substring(0, stars);
        var isPrefix = stars < chunk.length() && lettersAtEnd(stem) >= SHORTEST_PREFIX;
        add(clauses, isPrefix ? Kind.PREFIX : Kind.WORD, stem, excluded);
    }

    /** Letters and digits before the star, whatever stands between them. */
    private static long lettersAtEnd(String stem) {
        return stem.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static void add(List<Clause> clauses, Clause.Kind kind, String text, boolean excluded) {
        if (!text.isBlank()) {
            clauses.add(new Clause(kind, text.strip(), excluded));
        }
    }

    private static int endOfPhrase(String text, int from) {
        var end = from;
        while (end < text.length() && !isQuote(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfChunk(String text, int from) {
        var end = from;
        while (end < text.length() && !isSpace(text.charAt(end)) && !isQuote(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isQuote(char letter) {
        return QUOTES.indexOf(letter) >= 0;
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter);
    }
}
