package org.vedette.feed.serving.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells whether what a client holds is what it would get (RFC 9110 §13). */
final class Validators {

    private static final String COMPRESSED = "-gzip\"";

    private Validators() {}

    /**
     * Tags win over dates (RFC 9110 §13.2.2). A tag of either variant will do, since both are the same content.
     *
     * @param lastModified the date the answer would carry; null when it would carry none
     */
    static boolean confirm(HttpHeaders request, String tag, @Nullable String lastModified) {
        var held = request.get(HttpHeaders.IF_NONE_MATCH);
        if (held != null) {
            return held.stream().anyMatch(tags -> names(tags, base(tag)));
        }
        var since = request.getFirst(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && lastModified != null && (since.equals(lastModified) || !isBefore(since, lastModified));
    }

    private static boolean names(String tags, String base) {
        if (tags.strip().equals("*")) {
            return true;
        }
        for (var from = tags.indexOf(base); from >= 0; from = tags.indexOf(base, from + 1)) {
            var rest = tags.substring(from + base.length());
            if (rest.startsWith("\"") || rest.startsWith(COMPRESSED)) {
                return true;
            }
        }
        return false;
    }

    /** The tag without its closing quote and the mark of its variant. */
    private static String base(String tag) {
        return tag.substring(0, tag.length() - (tag.endsWith(COMPRESSED) ? COMPRESSED.length() : 1));
    }

    private static boolean isBefore(String since, String lastModified) {
        var held = HttpDates.read(since);
        return held == null || held.isBefore(Objects.requireNonNull(HttpDates.read(lastModified)));
    }
}
