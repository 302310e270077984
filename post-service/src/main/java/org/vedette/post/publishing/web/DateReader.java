package org.vedette.post.publishing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** A moment as {@link #moment}; a refusal says which offset a time without one has in a zone, or why it has none. */
    static Instant moment(String text, ZoneId zone) {
        try {
            return moment(text);
        } catch (InvalidValueException invalid) {
            throw offsets(text.strip(), zone).orElse(invalid);
        }
    }

    private static Optional<InvalidValueException> offsets(String text, ZoneId zone) {
        try {
            var time = LocalDateTime.parse(text);
            var offsets = zone.getRules().getValidOffsets(time);
            return Optional.of(new InvalidValueException(explain(time, zone, offsets)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static String explain(LocalDateTime time, ZoneId zone, List<ZoneOffset> offsets) {
        if (offsets.isEmpty()) {
            var skipped = zone.getRules().getTransition(time);
            return "must have an offset, and in " + zone + " this time does not exist: the clocks go from "
                    + skipped.getDateTimeBefore() + " to " + skipped.getDateTimeAfter();
        }
        var forms =
                offsets.stream().map(offset -> time.atOffset(offset).toString()).collect(Collectors.joining(" or "));
        return offsets.size() == 1
                ? "must have an offset, as in " + forms + " for " + zone
                : "must have an offset, and in " + zone + " this time comes twice: send " + forms;
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
