package org.vedette.post.studio.editor.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.vedette.pages.form.Option;
import org.vedette.post.content.InvalidValueException;

/** Reads a day and a time in the zone of the site, where some times do not exist and some come twice. */
final class SiteTimes {

    private SiteTimes() {}

    static Instant read(PublicationForm form, ZoneId zone) {
        var time = local(form);
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            var skipped = zone.getRules().getTransition(time);
            throw new InvalidValueException("This time does not exist: on that day the clocks go from "
                    + skipped.getDateTimeBefore().toLocalTime() + " to "
                    + skipped.getDateTimeAfter().toLocalTime() + ". Choose another one.");
        }
        return time.atOffset(offsets.size() == 1 ? offsets.get(0) : chosen(form.offset(), offsets))
                .toInstant();
    }

    /** The two moments of a time that comes twice; empty for any other. */
    static List<Option> offsets(PublicationForm form, ZoneId zone) {
        try {
            var time = local(form);
            var offsets = zone.getRules().getValidOffsets(time);
            return offsets.size() < 2
                    ? List.of()
                    : offsets.stream()
                            .map(offset -> new Option(offset.getId(), time.toLocalTime() + " (UTC" + offset + ")"))
                            .toList();
        } catch (InvalidValueException notATime) {
            return List.of();
        }
    }

    private static ZoneOffset chosen(String id, List<ZoneOffset> offsets) {
        return offsets.stream()
                .filter(offset -> offset.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "This time comes twice, because the clocks go back on that day: choose one of the two below."));
    }

    private static LocalDateTime local(PublicationForm form) {
        try {
            return LocalDateTime.of(LocalDate.parse(form.date()), LocalTime.parse(form.time()));
        } catch (DateTimeException notATime) {
            throw new InvalidValueException("Choose a day and a time that exist, such as 2027-06-30 and 09:00.");
        }
    }
}
