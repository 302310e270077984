package org.vedette.feed.site;

/** The view record of a page, which its template prints. */
public interface Page {

    PageLayout layout();
}
