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
 */
public record PageLayout(
        String blog, String tagline, @Nullable String menuPath, PageHead head, List<Link> breadcrumbs) {

    public PageLayout {
        breadcrumbs = List.copyOf(breadcrumbs);
    }
}
