package org.vedette.post.series;

import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;

/**
 * A recurring column.
 *
 * @param slug last path segment of its address; never changes
 * @param title shown to readers, 1 to 150 characters; may change
 * @param cadence how often it appears
 * @param introduction what its page says about it, one paragraph of at most 600 characters; null for nothing
 * @param needsSecondPerson whether whoever publishes an issue must not be the only one who wrote it
 */
public record Series(
        String slug,
        String title,
        Cadence cadence,
        @Nullable String introduction,
        boolean needsSecondPerson) {

    private static final int MAX_TITLE = 150;
    private static final int MAX_INTRODUCTION = 600;

    /** A series without an introduction, whose issues one person may write and publish. */
    public Series(String slug, String title, Cadence cadence) {
        this(slug, title, cadence, null, false);
    }

    /**
     * Normalizes a title.
     *
     * @throws InvalidValueException when it is blank or too long
     */
    public static String title(String raw) {
        return PlainText.line(raw, MAX_TITLE);
    }

    /**
     * Normalizes an introduction.
     *
     * @throws InvalidValueException when it is blank or too long
     */
    public static String introduction(String raw) {
        return PlainText.line(raw, MAX_INTRODUCTION);
    }
}
