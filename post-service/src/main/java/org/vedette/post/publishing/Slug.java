package org.vedette.post.publishing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Title;

/** Last path segment of a permalink: lower-case words of a–z and 0–9 joined by hyphens, at most 100 characters. */
public record Slug(String value) {

    private static final int MAX = 100;
    private static final int MAX_GENERATED = 80;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Map<String, String> FOLDED = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "þ", "th", "ı", "i", "&", " and ");

    public Slug {
        if (value.length() > MAX || !SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "must be lower-case words of a-z and 0-9 joined by single hyphens, at most " + MAX + " characters");
        }
    }

    /** Derives a slug from a title; {@code post} when no letter of the title folds to ASCII. */
    public static Slug of(Title title) {
        var folded = title.value().toLowerCase(Locale.ROOT);
        for (var letter : FOLDED.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        var words = Normalizer.normalize(folded, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{M}'’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return new Slug(words.isEmpty() ? "post" : cut(words));
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

    private static String cut(String words) {
        if (words.length() <= MAX_GENERATED) {
            return words;
        }
        var hyphen = words.lastIndexOf('-', MAX_GENERATED);
        return words.substring(0, hyphen > 0 ? hyphen : MAX_GENERATED);
    }
}
