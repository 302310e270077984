package org.vedette.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with an event, each by the name of its field and without its value, which may be anything. */
final class Flaws {

    /** Enough to find the bug of a producer. */
    private static final int MOST_TOLD = 5;

    private static final int LAST_YEAR = 9999;

    private final List<String> found = new ArrayList<>();

    /** All that was found, in one line. */
    Optional<String> told() {
        var told = String.join(", ", found.stream().limit(MOST_TOLD).toList());
        var rest = found.size() - MOST_TOLD;
        return found.isEmpty() ? Optional.empty() : Optional.of(rest > 0 ? told + " and " + rest + " more" : told);
    }

    void present(String field, @Nullable Object value) {
        unless(value != null, field, "is missing");
    }

    void revision(String field, long revision) {
        unless(revision >= 1, field, "is less than 1");
    }

    void slug(String field, @Nullable String slug) {
        present(field, slug);
        if (slug != null) {
            unless(PostContract.isSlug(slug), field, "is no slug (words of a-z and 0-9 joined by single hyphens)");
        }
    }

    void slugs(String field, List<String> slugs) {
        for (var number = 0; number < slugs.size(); number++) {
            slug(field + "[" + number + "]", slugs.get(number));
        }
    }

    /** A text that says something. */
    void line(String field, @Nullable String text, int most) {
        present(field, text);
        if (text != null) {
            unless(!text.isBlank(), field, "is blank");
            atMost(most, field, text);
        }
    }

    /** A text that may be left out, or be empty. */
    void optional(String field, @Nullable String text, int most) {
        if (text != null) {
            atMost(most, field, text);
        }
    }

    private void atMost(int most, String field, String text) {
        var length = text.codePointCount(0, text.length());
        unless(length <= most, field, "has " + length + " characters, more than " + most);
    }

    void count(String field, List<?> list, int least, int most) {
        unless(list.size() >= least, field, "is empty");
        unless(list.size() <= most, field, "has " + list.size() + " elements, more than " + most);
    }

    void time(String field, @Nullable Instant time) {
        present(field, time);
        if (time != null) {
            unless(PostContract.isWritable(time), field, "is not in the years 1 to 9999");
        }
    }

    void period(String field, Period period) {
        var from = period.from();
        var to = period.to();
        present(field + ".from", from);
        present(field + ".to", to);
        if (from != null && to != null) {
            unless(isWritable(from) && isWritable(to), field, "is not in the years 1 to 9999");
            unless(!to.isBefore(from), field, "ends before it begins");
        }
    }

    private static boolean isWritable(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }

    private void unless(boolean fine, String field, String flaw) {
        if (!fine) {
            found.add(field + " " + flaw);
        }
    }
}
