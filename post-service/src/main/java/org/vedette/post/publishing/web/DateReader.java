package org.vedette.post.publishing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.vedette.post.content.InvalidValueException;

/** Parses dates; a refusal gives a form that the field takes. */
final class DateReader {

    private DateReader() {}

    /** A moment with its zone (RFC 3339 §5.6), in milliseconds. */
    static Instant moment(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    .parse(text.strip(), Instant::from)
                    .truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException notAMoment) {
            throw new InvalidValueException(
                    "must be a moment that exists, with time and zone, such as 2016-06-30T12:00:00Z");
        }
    }

    /** A day without a time. */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException notADay) {
            throw new InvalidValueException("must be a day that exists, without a time, such as 2016-06-30");
        }
    }
}
