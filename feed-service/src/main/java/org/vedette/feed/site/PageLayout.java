package org.vedette.feed.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Link;

/**
 * What every page has around its content.
 *
 * @param blog name of the blog
 * @param tagline one line saying what it is
 * @param menuPath path of the menu entry that the page is or belongs to; null for none
 * @param head the head of the page
 * @param breadcrumbs the way from the front page to this page, both included; empty for a page that stands alone
 * @param legalPages the imprint and the privacy page, where they exist
 */
public record PageLayout(
        String blog,
        String tagline,
        @Nullable String menuPath,
        PageHead head,
        List<Link> breadcrumbs,
        List<Link> legalPages) {

    public PageLayout {
        breadcrumbs = List.copyOf(breadcrumbs);
        legalPages = List.copyOf(legalPages);
    }
}
