package org.vedette.notification.web;

import org.jspecify.annotations.Nullable;

/**
 * A page that says one thing.
 *
 * @param next where to go from here; null when there is nowhere
 */
public record MessageView(
        SiteView site, String title, String lede, @Nullable Link next) {

    /** A link with its words. */
    public record Link(String href, String label) {}
}
