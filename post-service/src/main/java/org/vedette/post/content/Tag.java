package org.vedette.post.content;

import java.util.Locale;
import java.util.regex.Pattern;

/** A label and path segment: lower case, spaces become hyphens, at most 50 characters. */
public record Tag(String value) {

    private static final int MAX = 50;
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.+#_-]*");

    public Tag {
        value = PlainText.line(value, MAX).toLowerCase(Locale.ROOT).replace(' ', '-');
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "must start with a letter or digit and have only letters, digits and . + # _ - besides");
        }
    }
}
