package org.vedette.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the site has around its content. The labels of pages are English, whatever language a post is in.
 *
 * @param site what the page says of the site
 * @param menuPath path of the menu entry that the page is or belongs to; null for none
 * @param head the head of the page
 * @param breadcrumbs the way from the front page to this page, both included; empty for a page that stands alone
 * @param person who is signed in; null on a page that is the same for everybody
 */
public record PageLayout(
        Site site,
        @Nullable String menuPath,
        PageHead head,
        List<Link> breadcrumbs,
        @Nullable SignedIn person) {

    public PageLayout {
        breadcrumbs = List.copyOf(breadcrumbs);
    }

    /** The layout of a page that search engines must leave alone, such as a form or an error. */
    public static PageLayout notIndexed(Site site, String title) {
        return new PageLayout(site, null, PageHead.notIndexed(site.documentTitle(title)), List.of(), null);
    }

    public PageLayout withMenuPath(String path) {
        return new PageLayout(site, path, head, breadcrumbs, person);
    }

    public PageLayout withPerson(@Nullable SignedIn signedIn) {
        return new PageLayout(site, menuPath, head, breadcrumbs, signedIn);
    }

    /** Whether a menu entry is the current one. */
    public boolean isCurrent(String path) {
        return path.equals(menuPath);
    }
}
