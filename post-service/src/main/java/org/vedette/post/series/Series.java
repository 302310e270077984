package org.vedette.post.series;

/**
 * A recurring column.
 *
 * @param slug last path segment of its address; never changes
 * @param title shown to readers; may change
 * @param cadence how often it appears
 */
public record Series(String slug, String title, Cadence cadence) {}
