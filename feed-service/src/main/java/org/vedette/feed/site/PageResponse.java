package org.vedette.feed.site;

import org.vedette.pages.PageLayout;

/** What the site has at an address. */
public sealed interface PageResponse {

    /** The view record of a page, which its template prints. */
    non-sealed interface Page extends PageResponse {

        PageLayout layout();
    }

    /**
     * A redirect.
     *
     * @param location absolute address
     */
    record MovedPermanently(String location) implements PageResponse {}
}
