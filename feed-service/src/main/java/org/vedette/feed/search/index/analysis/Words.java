package org.vedette.feed.search.index.analysis;

/** What characters belong to a word, and where words begin and end. Every method looks at each character once. */
final class Words {

    /** No script before Thai is written without spaces. */
    private static final int FIRST_ALONE = 0x0E00;

    private static final boolean[] ASCII_WORD = new boolean[128];

    static {
        for (var letter = 0; letter < ASCII_WORD.length; letter++) {
            ASCII_WORD[letter] = Character.isLetterOrDigit(letter);
        }
    }

    private Words() {}

    static boolean isAscii(int letter) {
        return letter < ASCII_WORD.length;
    }

    /** Whether a character begins or continues a word. */
    static boolean isWord(int letter) {
        return isAscii(letter) ? ASCII_WORD[letter] : Character.isLetterOrDigit(letter);
    }

    /** Whether a character is invisible, as soft hyphens and zero-width spaces are: some put them into addresses to break the link. */
    static boolean isInvisible(int letter) {
        return !isAscii(letter) && Character.getType(letter) == Character.FORMAT;
    }

    static boolean isApostrophe(int letter) {
        return letter == '\'' || letter == '’' || letter == 'ʼ';
    }

    /** Returns where the next word begins at or after an index; the end of the text when there is none. */
    static int start(String text, int from) {
        var at = from;
        while (at < text.length()) {
            var letter = text.codePointAt(at);
            if (isWord(letter)) {
                return at;
            }
            at += Character.charCount(letter);
        }
        return at;
    }

    static boolean isAt(String text, int at) {
        return at < text.length() && isWord(text.codePointAt(at));
    }

    /** Returns where the word that begins at an index ends: after its last visible letter. */
    static int end(String text, int start) {
        var first = text.codePointAt(start);
        var end = start + Character.charCount(first);
        if (standsAlone(first)) {
            return end;
        }
        var at = end;
        while (at < text.length()) {
            var letter = text.codePointAt(at);
            var next = at + Character.charCount(letter);
            if (continues(letter)) {
                end = next;
            } else if (!isInside(text, letter, next)) {
                break;
            }
            at = next;
        }
        return end;
    }

    /** Returns where the signs end that make a word a name, as in {@code c++} and {@code c#}; the end of the word when there are none. */
    static int endOfSigns(String text, int end) {
        if (text.startsWith("++", end) && !text.startsWith("+", end + 2)) {
            return end + 2;
        }
        var isSharp = text.startsWith("#", end) && !text.startsWith("#", end + 1) && !isAt(text, end + 1);
        return isSharp ? end + 1 : end;
    }

    private static boolean continues(int letter) {
        return isAscii(letter) ? isWord(letter) : (isWord(letter) && !standsAlone(letter)) || isMark(letter);
    }

    /** Whether a character may stand between two letters of a word: an apostrophe, or what is invisible. */
    private static boolean isInside(String text, int letter, int next) {
        return isApostrophe(letter) ? isAt(text, next) : isInvisible(letter);
    }

    /**
     * Whether a character is a word by itself, since its script puts no spaces between words, or, as Hangul, between a word and
     * what belongs to it. A word of such characters is searched as a phrase, so it is found within longer ones.
     */
    private static boolean standsAlone(int letter) {
        return letter >= FIRST_ALONE
                && switch (Character.UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, MYANMAR, KHMER -> true;
                    default -> isLengtheningMark(letter);
                };
    }

    /** Lengthens the vowel before it in Katakana; it belongs to no script, nor to the Latin word that may follow. */
    private static boolean isLengtheningMark(int letter) {
        return letter == 'ー' || letter == 'ｰ';
    }

    private static boolean isMark(int letter) {
        var type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
