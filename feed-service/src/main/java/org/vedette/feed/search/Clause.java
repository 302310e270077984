package org.vedette.feed.search;

/**
 * One thing a post must have, or must not have.
 *
 * @param kind how its text is meant
 * @param text as it was typed, without quotes, minus and star
 * @param excluded whether posts that have it are left out
 */
public record Clause(Kind kind, String text, boolean excluded) {

    /** Letters a prefix has at least; a shorter one would be the beginning of half the language. */
    public static final int SHORTEST_PREFIX = 3;

    /** How the text of a clause is meant. */
    public enum Kind {
        /** A word or an indicator; several words that were typed without a space are a phrase. */
        WORD,
        /** Words in this order. */
        PHRASE,
        /** What the last word begins with. */
        PREFIX
    }
}
