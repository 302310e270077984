package org.vedette.feed.search.index.scan;

import org.jspecify.annotations.Nullable;

/**
 * What joins two words to one: the dot of a domain, the at of a mail address, the hyphens of a name. Dots and ats are
 * read in the spellings in which reports disarm them, such as {@code [.]}, {@code (dot)}, {@code [.}, {@code \.} and
 * {@code [at]}.
 *
 * @param sign how it is spelled when it is armed
 * @param end where the word after it begins
 */
record Joint(String sign, int end) {

    static final String DOT = ".";
    static final String AT = "@";

    private static final String OPENING = "[({<";
    private static final String CLOSING = "])}>";

    /** Reports bracket once; some tools do it again. */
    private static final int MOST_BRACKETS = 2;

    /** As in {@code xn--}; more are a line. */
    private static final int MOST_HYPHENS = 3;

    /** What joins the word that ends at a place to another; null when nothing does. */
    static @Nullable Joint at(String text, int end) {
        var at = end;
        while (at < text.length() && !Letters.isAscii(text.charAt(at)) && Letters.isInvisible(text.charAt(at))) {
            at++;
        }
        if (at + 1 >= text.length()) {
            return null;
        }
        var letter = text.charAt(at);
        if (letter == ' ') {
            return OPENING.indexOf(text.charAt(at + 1)) >= 0 ? disarmed(text, at + 1, true) : null;
        }
        if (isHyphen(letter)) {
            return hyphens(text, at);
        }
        var isEscaped = letter == '\\' && text.charAt(at + 1) == '.';
        return isEscaped || letter == '.' || letter == '@' || OPENING.indexOf(letter) >= 0
                ? disarmed(text, isEscaped ? at + 1 : at, false)
                : null;
    }

    private static @Nullable Joint hyphens(String text, int start) {
        var sign = new StringBuilder();
        var at = start;
        while (at < text.length() && sign.length() < MOST_HYPHENS && isHyphen(text.charAt(at))) {
            sign.append(text.charAt(at) == '_' ? '_' : '-');
            at++;
        }
        return joint(text, sign.toString(), at);
    }

    private static @Nullable Joint disarmed(String text, int start, boolean spaced) {
        var inner = skip(text, start, OPENING);
        var sign = sign(text, inner);
        if (sign == null) {
            return null;
        }
        var isSpelledOut = Letters.isWord(text.charAt(inner));
        var afterSign = inner + (isSpelledOut ? spelledOut(sign).length() : 1);
        var end = skip(text, afterSign, CLOSING);
        if ((isSpelledOut || spaced) && end == afterSign) {
            return null;
        }
        return joint(text, sign, spaced && end < text.length() && text.charAt(end) == ' ' ? end + 1 : end);
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

    private static @Nullable Joint joint(String text, String sign, int end) {
        return Words.isAt(text, end) ? new Joint(sign, end) : null;
    }

    private static boolean isHyphen(char letter) {
        return letter == '-' || letter == '_' || letter == '‐' || letter == '‑';
    }
}
