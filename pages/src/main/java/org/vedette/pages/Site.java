package org.vedette.pages;

import java.util.List;

/**
 * What every page says of the site.
 *
 * @param title name of the site
 * @param tagline one line saying what it is
 * @param legalPages the imprint and the privacy page, where they exist
 */
public record Site(String title, String tagline, List<Link> legalPages) {

    public Site {
        legalPages = List.copyOf(legalPages);
    }

    /** The title of a document of this site. */
    public String documentTitle(String page) {
        return page + " · " + title;
    }
}
