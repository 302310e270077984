package org.vedette.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of an application has around its content: the editors' studio, the pages of administrators. It is wide, and has
 * a navigation of its own. Search engines must leave it alone.
 *
 * @param site what the page says of the site
 * @param application what the application is called, such as Studio
 * @param home path of its first page
 * @param title what the page is called
 * @param navigation its pages that are linked from everywhere, in their order
 * @param menuPath path of the entry of the navigation that the page is or belongs to; null for none
 * @param person who is signed in; null for nobody
 */
public record ApplicationLayout(
        Site site,
        String application,
        String home,
        String title,
        List<Link> navigation,
        @Nullable String menuPath,
        @Nullable SignedIn person) {

    public ApplicationLayout {
        navigation = List.copyOf(navigation);
    }

    /** Title of the document. */
    public String documentTitle() {
        return site.documentTitle(title + " · " + application);
    }

    /** Whether an entry of the navigation is the current one. */
    public boolean isCurrent(Link entry) {
        return entry.path().equals(menuPath);
    }
}
