package org.vedette.feed.search.index.scan;

/** Where words begin and end in a text. Every answer looks at each character once. */
final class Words {

    private Words() {}

    /** Where the next word begins at or after a place; the end of the text when there is none. */
    static int start(String text, int from) {
        var at = from;
        while (at < text.length()) {
            var letter = text.codePointAt(at);
            if (Letters.isWord(letter)) {
                return at;
            }
            at += Character.charCount(letter);
        }
        return at;
    }

    static boolean isAt(String text, int at) {
        return at < text.length() && Letters.isWord(text.codePointAt(at));
    }

    /** Where the word that begins at a place ends: after its last letter that can be seen. */
    static int end(String text, int start) {
        var first = text.codePointAt(start);
        var end = start + Character.charCount(first);
        if (Letters.standsAlone(first)) {
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

    private static boolean continues(int letter) {
        return Letters.isAscii(letter)
                ? Letters.isWord(letter)
                : (Letters.isWord(letter) && !Letters.standsAlone(letter)) || Letters.isMark(letter);
    }

    /** An apostrophe between letters, or what is not seen. */
    private static boolean isInside(String text, int letter, int next) {
        return Letters.isApostrophe(letter)
                ? isAt(text, next)
                : !Letters.isAscii(letter) && Letters.isInvisible(letter);
    }
}
