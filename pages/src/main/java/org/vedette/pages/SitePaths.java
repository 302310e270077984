package org.vedette.pages;

/** Paths that the masthead and the footer of every page link. */
public final class SitePaths {

    public static final String FRONT_PAGE = "/";
    public static final String ARCHIVE = "/archive";
    public static final String SERIES = "/series";
    public static final String TAGS = "/tags";
    public static final String AUTHORS = "/authors";
    public static final String SEARCH = "/search";
    public static final String OPEN_SEARCH = "/opensearch.xml";
    public static final String FEEDS = "/feeds";
    public static final String SUBSCRIBE = "/subscribe";

    private SitePaths() {}
}
