package org.vedette.post.lifecycle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vedette.post.content.AsciiWords;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Title;

/** Last path segment of a permalink: lower-case words of a–z and 0–9 joined by hyphens, at most 100 characters. */
public record Slug(String value) {

    private static final int MAX = 100;
    private static final int MAX_GENERATED = 80;
    private static final int ID_DIGITS = 6;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Slug {
        if (value.length() > MAX || !SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "must be lower-case words of a-z and 0-9 joined by single hyphens, at most " + MAX + " characters");
        }
    }

    /** Derives a slug from a title; empty when the title has no letter or digit, but symbols only. */
    public static Optional<Slug> of(Title title) {
        return AsciiWords.of(title.value(), MAX_GENERATED).map(Slug::new);
    }

    /** The slug of a post whose title gives none: its date in UTC and the end of its id, as in 2026-11-02-0f3a9c. */
    public static Slug of(PostId id, Instant createdAt) {
        var digits = id.value().toString();
        var date = createdAt.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Slug(date + "-" + digits.substring(digits.length() - ID_DIGITS));
    }

    /** This slug with a number; unchanged for the number 1. */
    public Slug numbered(int number) {
        return number == 1 ? this : new Slug(value + "-" + number);
    }

    /** True when this is the given slug, or the given slug with a number. */
    public boolean isVariantOf(Slug base) {
        return value.equals(base.value)
                || (value.startsWith(base.value + "-")
                        && value.substring(base.value.length() + 1).matches("[1-9][0-9]{0,4}"));
    }
}
