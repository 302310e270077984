package org.vedette.feed.site.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Link;
import org.vedette.feed.site.PageLayout;
import org.vedette.feed.site.PageResponse.Page;

/**
 * The page of a problem.
 *
 * @param layout what is around it
 * @param status HTTP status code
 * @param title what is the matter
 * @param detail what it means
 * @param advice what to do about it, or why it happened; null when the detail says all
 * @param links where a reader can go from here, the likeliest first
 */
public record ProblemView(
        PageLayout layout,
        int status,
        String title,
        String detail,
        @Nullable String advice,
        List<Link> links) implements Page {

    public ProblemView {
        links = List.copyOf(links);
    }
}
