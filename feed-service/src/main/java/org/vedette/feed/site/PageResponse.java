package org.vedette.feed.site;

/** What the site has at an address. */
public sealed interface PageResponse {

    /** A page. */
    record Ok(Page page) implements PageResponse {}

    /**
     * A redirect.
     *
     * @param location absolute address
     */
    record MovedPermanently(String location) implements PageResponse {}
}
