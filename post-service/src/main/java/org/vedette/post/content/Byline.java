package org.vedette.post.content;

import org.jspecify.annotations.Nullable;

/**
 * The credit of one author, with the affiliation at the time of writing.
 *
 * @param name 1 to 100 characters
 * @param affiliation 1 to 150 characters; null when there is none
 */
public record Byline(String name, @Nullable String affiliation) {

    private static final int MAX_NAME = 100;
    private static final int MAX_AFFILIATION = 150;

    public Byline {
        name = PlainText.line(name, MAX_NAME);
        affiliation =
                affiliation == null || affiliation.isBlank() ? null : PlainText.line(affiliation, MAX_AFFILIATION);
    }

    /** The same affiliation under another name. */
    public Byline under(String otherName) {
        return new Byline(otherName, affiliation);
    }
}
