package org.vedette.post.series;

/**
 * A recurring column.
 *
 * @param slug last path segment of its address; never changes
 * @param title shown to readers; may change
 * @param cadence how often it appears
 * @param needsSecondPerson whether whoever publishes an issue must not be the only one who wrote it
 */
public record Series(String slug, String title, Cadence cadence, boolean needsSecondPerson) {

    /** A series whose issues one person may write and publish. */
    public Series(String slug, String title, Cadence cadence) {
        this(slug, title, cadence, false);
    }
}
