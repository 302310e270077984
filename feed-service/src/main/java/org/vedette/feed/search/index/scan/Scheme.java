package org.vedette.feed.search.index.scan;

import java.util.Locale;
import java.util.Set;

/** The scheme of a URL in any spelling, armed or not. It says nothing about where the URL leads, so it is no word. */
final class Scheme {

    private static final Set<String> NAMES =
            Set.of("http", "https", "hxxp", "hxxps", "hxtp", "hxtps", "htxp", "htxps", "ftp", "ftps", "fxp", "sftp");

    private static final int LONGEST_NAME = 5;
    private static final int LONGEST_SIGN = 9;

    private Scheme() {}

    /** Where what a URL leads to begins, if the word from start to end is its scheme; else start. */
    static int skip(String text, int start, int end) {
        if (end - start > LONGEST_NAME || end >= text.length() || Letters.isWord(text.charAt(end))) {
            return start;
        }
        var at = end;
        var colons = 0;
        var slashes = 0;
        while (at < text.length() && at < end + LONGEST_SIGN && "[](){}<>:/\\".indexOf(text.charAt(at)) >= 0) {
            colons += text.charAt(at) == ':' ? 1 : 0;
            slashes += text.charAt(at) == '/' || text.charAt(at) == '\\' ? 1 : 0;
            at++;
        }
        return colons == 1 && slashes > 0 && isName(text.substring(start, end)) ? at : start;
    }

    private static boolean isName(String word) {
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }
}
