package org.vedette.post.manuscript;

import org.jspecify.annotations.Nullable;

/**
 * A printed credit, as it is at the time of writing.
 *
 * @param name 1 to 100 characters
 * @param affiliation 1 to 150 characters; null when the author stands alone
 */
public record Byline(String name, @Nullable String affiliation) {

    private static final int MAX_NAME = 100;
    private static final int MAX_AFFILIATION = 150;

    public Byline {
        name = PlainText.line(name, MAX_NAME);
        affiliation =
                affiliation == null || affiliation.isBlank() ? null : PlainText.line(affiliation, MAX_AFFILIATION);
    }
}
