package org.vedette.feed.search.index.analysis;

import java.util.Locale;
import java.util.Set;

/** Recognizes the scheme of a URL (RFC 3986 §3.1), defanged or not. It is no term, since it says nothing about where the URL leads. */
final class UriScheme {

    private static final Set<String> NAMES =
            Set.of("http", "https", "hxxp", "hxxps", "hxtp", "hxtps", "htxp", "htxps", "ftp", "ftps", "fxp", "sftp");

    private static final int LONGEST_NAME = 5;
    private static final int LONGEST_SIGN = 9;

    private UriScheme() {}

    /** Returns where the authority of a URL begins if the word from start to end is its scheme, else start. */
    static int skip(String text, int start, int end) {
        if (end - start > LONGEST_NAME || end >= text.length() || Words.isWord(text.charAt(end))) {
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
