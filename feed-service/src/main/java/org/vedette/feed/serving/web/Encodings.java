package org.vedette.feed.serving.web;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Reads which codings a client takes (RFC 9110 §12.5.3). */
final class Encodings {

    /** A quality of nothing (RFC 9110 §12.4.2), among whatever else is said of a coding. */
    private static final Pattern REFUSAL = Pattern.compile("\\s*[qQ]\\s*=\\s*0(\\.0*)?\\s*");

    private Encodings() {}

    /** Only who names gzip gets it; a client that takes anything may not be able to unpack. */
    static boolean takesGzip(HttpHeaders headers) {
        var lines = headers.get(HttpHeaders.ACCEPT_ENCODING);
        if (lines == null) {
            return false;
        }
        for (var coding : String.join(",", lines).split(",", -1)) {
            var parts = coding.split(";", -1);
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return Stream.of(parts).skip(1).noneMatch(Encodings::refuses);
            }
        }
        return false;
    }

    /** Such as q=0 and Q=0.000. */
    private static boolean refuses(String parameter) {
        return REFUSAL.matcher(parameter).matches();
    }
}
