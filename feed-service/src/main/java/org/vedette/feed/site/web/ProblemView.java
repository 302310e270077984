package org.vedette.feed.site.web;

import org.vedette.feed.site.PageResponse.Page;
import org.vedette.pages.NoticePage;
import org.vedette.pages.PageLayout;

/**
 * The page of a problem.
 *
 * @param notice what it says
 */
public record ProblemView(NoticePage notice) implements Page {

    @Override
    public PageLayout layout() {
        return notice.layout();
    }
}
