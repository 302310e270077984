package org.vedette.notification.webhooks.web.client;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a receiver wants to be left alone (RFC 9110 §10.2.3), and what Discord says of it in its JSON. */
final class RetryAfter {

    /** Whoever names a longer time is asked again nevertheless. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final Pattern IN_JSON = Pattern.compile("\"retry_after\"\\s*:\\s*([0-9]{1,9}(?:\\.[0-9]{1,6})?)");
    private static final int MILLIS = 1_000;

    private RetryAfter() {}

    /**
     * The time in an answer; null when it names none.
     *
     * @param field value of the header; null without one
     * @param body the beginning of the body
     */
    static @Nullable Duration of(@Nullable String field, String body, Clock clock) {
        var inJson = IN_JSON.matcher(body);
        if (inJson.find()) {
            return bounded(seconds(inJson.group(1)));
        }
        if (field == null) {
            return null;
        }
        var text = field.strip();
        return SECONDS.matcher(text).matches() ? bounded(seconds(text)) : untilDate(text, clock);
    }

    private static @Nullable Duration untilDate(String text, Clock clock) {
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * MILLIS));
    }

    private static Duration bounded(Duration wanted) {
        if (wanted.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }
}
