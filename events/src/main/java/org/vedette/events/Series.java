package org.vedette.events;

import org.jspecify.annotations.Nullable;

/**
 * The recurring column a post belongs to.
 *
 * @param slug last path segment of the series' address; never changes
 * @param title what readers see; may change
 * @param introduction what its page says about it in plain text, at most 2,000 characters; null for nothing
 */
public record Series(String slug, String title, @Nullable String introduction) {

    /** A series about which its page says nothing. */
    public Series(String slug, String title) {
        this(slug, title, null);
    }
}
