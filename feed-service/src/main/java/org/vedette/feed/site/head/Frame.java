package org.vedette.feed.site.head;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param blog name of the blog
 * @param tagline one line saying what it is
 * @param here path of the entry in the menu that the page is or belongs to; null for none
 * @param head what machines are told
 * @param trail the way from the front page to this page, both included; empty for a page that stands alone
 */
public record Frame(String blog, String tagline, @Nullable String here, Head head, List<Crumb> trail) {

    public Frame {
        trail = List.copyOf(trail);
    }
}
