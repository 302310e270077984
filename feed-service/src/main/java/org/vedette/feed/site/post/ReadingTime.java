package org.vedette.feed.site.post;

import java.util.StringTokenizer;

/** How long a text takes to read. */
final class ReadingTime {

    private static final int WORDS_PER_MINUTE = 230;

    private ReadingTime() {}

    /** Such as 4 min read; never less than one. */
    static String of(String text) {
        var words = new StringTokenizer(text).countTokens();
        return Math.max(1, Math.round((float) words / WORDS_PER_MINUTE)) + " min read";
    }
}
