package org.vedette.feed.search;

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

    /** How the text of a clause is meant. */
    public enum Kind {
        /** A word or an indicator; several words that were typed without a space are a phrase. */
        WORD,
        /** Words in this order. */
        PHRASE,
        /** The beginning of a word, or words of which the last is a beginning. */
        PREFIX
    }
}
