package org.vedette.feed.search.index.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A separator between two words of one term: the dot of a domain, the at sign of a mail address, the hyphens of a name.
 * Dots and at signs are read in the spellings in which reports defang them, such as {@code [.]}, {@code (dot)},
 * {@code [.}, {@code \.} and {@code [at]}.
 *
 * @param sign its refanged spelling
 * @param end where the word after it begins
 */
record Separator(String sign, int end) {

    static final String DOT = ".";
    static final String AT = "@";

    private static final String OPENING = "[({<";
    private static final String CLOSING = "])}>";

    /** Reports bracket once; some tools bracket again. */
    private static final int MOST_BRACKETS = 2;

    /** As in {@code xn--}; more of them draw a line. */
    private static final int MOST_HYPHENS = 3;

    /** Returns the separator after the word that ends at an index; null when no other word follows it directly. */
    static @Nullable Separator at(String text, int end) {
        var at = end;
        while (at < text.length() && Words.isInvisible(text.charAt(at))) {
            at++;
        }
        if (at + 1 >= text.length()) {
            return null;
        }
        var letter = text.charAt(at);
        if (letter == ' ') {
            return OPENING.indexOf(text.charAt(at + 1)) >= 0 ? defanged(text, at + 1, true) : null;
        }
        if (isHyphen(letter)) {
            return hyphens(text, at);
        }
        var isEscaped = letter == '\\' && text.charAt(at + 1) == '.';
        return isEscaped || letter == '.' || letter == '@' || OPENING.indexOf(letter) >= 0
                ? defanged(text, isEscaped ? at + 1 : at, false)
                : null;
    }

    private static @Nullable Separator hyphens(String text, int start) {
        var sign = new StringBuilder();
        var at = start;
        while (at < text.length() && sign.length() < MOST_HYPHENS && isHyphen(text.charAt(at))) {
            sign.append(text.charAt(at) == '_' ? '_' : '-');
            at++;
        }
        return separator(text, sign.toString(), at);
    }

    private static @Nullable Separator defanged(String text, int start, boolean spaced) {
        var inner = skip(text, start, OPENING);
        var sign = sign(text, inner);
        if (sign == null) {
            return null;
        }
        var isSpelledOut = Words.isWord(text.charAt(inner));
        var afterSign = inner + (isSpelledOut ? spelledOut(sign).length() : 1);
        var end = skip(text, afterSign, CLOSING);
        if ((isSpelledOut || spaced) && end == afterSign) {
            return null;
        }
        return separator(text, sign, spaced && end < text.length() && text.charAt(end) == ' ' ? end + 1 : end);
    }

    private static @Nullable String sign(String text, int at) {
        if (at >= text.length()) {
            return null;
        }
        var letter = text.charAt(at);
        if (letter == '.' || letter == '@') {
            return letter == '.' ? DOT : AT;
        }
        if (text.regionMatches(true, at, spelledOut(DOT), 0, spelledOut(DOT).length())) {
            return DOT;
        }
        return text.regionMatches(true, at, spelledOut(AT), 0, spelledOut(AT).length()) ? AT : null;
    }

    private static String spelledOut(String sign) {
        return sign.equals(DOT) ? "dot" : "at";
    }

    private static int skip(String text, int start, String brackets) {
        var at = start;
        while (at < text.length() && at < start + MOST_BRACKETS && brackets.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static @Nullable Separator separator(String text, String sign, int end) {
        return Words.isAt(text, end) ? new Separator(sign, end) : null;
    }

    private static boolean isHyphen(char letter) {
        return letter == '-' || letter == '_' || letter == '‐' || letter == '‑';
    }
}
