package org.vedette.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the constraint violations of one event. A violation names its field and never quotes the value, which is
 * untrusted and of any length.
 */
final class Violations {

    /** Enough to find the fault of a producer. */
    private static final int MAX_REPORTED = 5;

    private static final int LAST_YEAR = 9999;

    private final List<String> violations = new ArrayList<>();

    /** All violations on one line; empty when there are none. */
    Optional<String> summary() {
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        var reported = String.join(", ", violations.stream().limit(MAX_REPORTED).toList());
        var omitted = violations.size() - MAX_REPORTED;
        return Optional.of(omitted > 0 ? reported + " and " + omitted + " more" : reported);
    }

    void requirePresent(String field, @Nullable Object value) {
        require(value != null, field, "is missing");
    }

    void requireRevision(String field, long revision) {
        require(revision >= 1, field, "is less than 1");
    }

    void requireSlug(String field, @Nullable String slug) {
        requirePresent(field, slug);
        if (slug != null) {
            require(PostContract.isSlug(slug), field, "is not a slug (words of a-z and 0-9 joined by single hyphens)");
        }
    }

    void requireSlugs(String field, List<String> slugs) {
        for (var index = 0; index < slugs.size(); index++) {
            requireSlug(field + "[" + index + "]", slugs.get(index));
        }
    }

    void requireAuthorSlug(String field, String slug) {
        require(
                PostContract.isAuthorSlug(slug),
                field,
                "is not the slug of an author (words of letters and digits joined by single hyphens)");
    }

    void requireAuthorSlugs(String field, List<String> slugs) {
        for (var index = 0; index < slugs.size(); index++) {
            requireAuthorSlug(field + "[" + index + "]", slugs.get(index));
        }
    }

    /** Requires the form of a language tag, which may be missing. */
    void requireLanguage(String field, @Nullable String tag) {
        if (tag != null) {
            require(PostContract.isLanguageTag(tag), field, "is not a language tag of BCP 47 such as en or zh-Hant");
        }
    }

    /** Requires an absolute address, which may be missing. */
    void requireHttpUrl(String field, @Nullable String url) {
        if (url != null) {
            require(PostContract.isHttpUrl(url), field, "is not an absolute http or https address");
        }
    }

    /** Requires a path on the site. */
    void requirePath(String field, @Nullable String path) {
        requirePresent(field, path);
        if (path != null) {
            require(PostContract.isPath(path), field, "is not a path on the site");
        }
    }

    /** Requires a text that is not blank. */
    void requireText(String field, @Nullable String text, int maxLength) {
        requirePresent(field, text);
        if (text != null) {
            require(!text.isBlank(), field, "is blank");
            requireMaxLength(field, text, maxLength);
        }
    }

    /** Limits the length of a text, which may be missing or empty. */
    void requireMaxLength(String field, @Nullable String text, int maxLength) {
        if (text != null) {
            var length = text.codePointCount(0, text.length());
            require(length <= maxLength, field, "has " + length + " characters, more than " + maxLength);
        }
    }

    void requireNotEmpty(String field, List<?> list) {
        require(!list.isEmpty(), field, "is empty");
    }

    void requireMaxSize(String field, List<?> list, int maxSize) {
        require(list.size() <= maxSize, field, "has " + list.size() + " elements, more than " + maxSize);
    }

    void requireTime(String field, @Nullable Instant time) {
        requirePresent(field, time);
        if (time != null) {
            require(PostContract.isRfc3339Time(time), field, "is not in the years 1 to 9999");
        }
    }

    void requirePeriod(String field, Period period) {
        var from = period.from();
        var to = period.to();
        requirePresent(field + ".from", from);
        requirePresent(field + ".to", to);
        if (from != null && to != null) {
            require(isRfc3339Date(from) && isRfc3339Date(to), field, "is not in the years 1 to 9999");
            require(!to.isBefore(from), field, "ends before it begins");
        }
    }

    private static boolean isRfc3339Date(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= LAST_YEAR;
    }

    private void require(boolean valid, String field, String violation) {
        if (!valid) {
            violations.add(field + " " + violation);
        }
    }
}
