package org.vedette.feed.serving.web;

import org.springframework.http.HttpHeaders;

/** Reads which codings a client takes (RFC 9110 §12.5.3). */
final class Encodings {

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
                return parts.length == 1 || !isZero(parts[1].strip());
            }
        }
        return false;
    }

    /** Such as q=0 and q=0.000, which refuse. */
    private static boolean isZero(String quality) {
        return quality.startsWith("q=0") && quality.chars().skip(3).allMatch(digit -> digit == '0' || digit == '.');
    }
}
