package org.vedette.notification.web;

import org.jspecify.annotations.Nullable;

/**
 * A page with a short text and a link.
 *
 * @param next the link; null when there is none
 */
public record NoticeView(
        SiteView site, String title, String lede, @Nullable Link next) {

    /** A link with its label. */
    public record Link(String href, String label) {}
}
