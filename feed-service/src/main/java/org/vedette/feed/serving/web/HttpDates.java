package org.vedette.feed.serving.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates in headers (RFC 9110 §5.6.7). */
final class HttpDates {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** Null for what is no date, which is to be ignored (RFC 9110 §13.1.3). */
    static @Nullable Instant read(String date) {
        try {
            return Instant.from(FORMAT.parse(date.strip()));
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
