package org.vedette.feed.search.index.scan;

/** What a character is to the scanner. */
final class Letters {

    private static final boolean[] ASCII_WORD = new boolean[128];

    static {
        for (var letter = 0; letter < ASCII_WORD.length; letter++) {
            ASCII_WORD[letter] = Character.isLetterOrDigit(letter);
        }
    }

    private Letters() {}

    static boolean isAscii(int letter) {
        return letter < ASCII_WORD.length;
    }

    /** Begins or continues a word. */
    static boolean isWord(int letter) {
        return isAscii(letter) ? ASCII_WORD[letter] : Character.isLetterOrDigit(letter);
    }

    /** Is a word by itself, since its script puts no spaces between words. */
    static boolean standsAlone(int letter) {
        if (letter < 0x2E80) {
            return false;
        }
        var script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    /** Belongs to the letter before it. */
    static boolean isMark(int letter) {
        var type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Is not seen: soft hyphens, zero-width spaces and their like, which some put into an address to break its link. */
    static boolean isInvisible(int letter) {
        return Character.getType(letter) == Character.FORMAT;
    }

    static boolean isApostrophe(int letter) {
        return letter == '\'' || letter == '’' || letter == 'ʼ';
    }

    static boolean isDigits(String word) {
        for (var at = 0; at < word.length(); at++) {
            if (!Character.isDigit(word.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
