package org.vedette.feed.search.index.highlight;

import java.util.List;
import org.vedette.feed.search.TextPart;

/**
 * A piece of a text, as it is shown: in one line, with dots where it was cut.
 *
 * @param text the whole text
 * @param start where the piece begins
 * @param end where it ends
 */
record Fragment(String text, int start, int end) {

    private static final int LENGTH = 200;

    /** What stands before the first mark, to be understood. */
    private static final int BEFORE = 60;

    /** How far a cut may be moved to fall between two words. */
    private static final int SLACK = 25;

    private static final String CUT = "…";

    static Fragment beginning(String text) {
        return around(text, 0, 0);
    }

    /** About 200 characters, of which these are a part; more when these are more. */
    static Fragment around(String text, int first, int last) {
        var room = Math.max(0, LENGTH - (last - first));
        var start = Math.max(0, first - Math.min(BEFORE, room));
        var end = Math.min(text.length(), last + room - (first - start));
        return new Fragment(text, wordStart(text, start, first), wordEnd(text, Math.max(end, last), last));
    }

    Fragment until(int earlier) {
        return new Fragment(text, start, earlier);
    }

    Fragment from(int later) {
        return new Fragment(text, later, end);
    }

    List<TextPart> parts(List<Mark> marks) {
        var parts = new Parts();
        if (start > 0) {
            parts.add(CUT, false);
        }
        var at = start;
        for (var mark : marks) {
            if (mark.end() > at && mark.start() >= start && mark.end() <= end) {
                parts.add(text.substring(at, Math.max(at, mark.start())), false);
                parts.add(text.substring(Math.max(at, mark.start()), mark.end()), true);
                at = mark.end();
            }
        }
        parts.add(text.substring(at, end), false);
        if (end < text.length()) {
            parts.add(CUT, false);
        }
        return parts.all();
    }

    private static int wordStart(String text, int start, int latest) {
        if (start == 0 || start == latest) {
            return start;
        }
        for (var at = start; at < Math.min(start + SLACK, latest); at++) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static int wordEnd(String text, int end, int earliest) {
        if (end == text.length() || end == earliest) {
            return end;
        }
        for (var at = end; at > Math.max(end - SLACK, earliest); at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
