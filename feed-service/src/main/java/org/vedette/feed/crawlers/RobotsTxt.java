package org.vedette.feed.crawlers;

import java.util.List;
import java.util.stream.Collectors;
import org.vedette.feed.blog.Blog;

/** The robots.txt (RFC 9309): everything that people are meant to find is open to all crawlers. */
public final class RobotsTxt {

    /** Endless lists, forms, endless streams, and what is for programs or for editors. */
    private static final List<String> DISALLOWED =
            List.of("/search?", "/api/", "/live", "/subscriptions/", "/studio", "/login", "/logout");

    private final Blog blog;

    public RobotsTxt(Blog blog) {
        this.blog = blog;
    }

    /** The whole file. A rule is a path from the root of the host, wherever on the host the blog is. */
    public String text() {
        var folder = blog.base().getRawPath();
        return DISALLOWED.stream()
                .map(path -> "Disallow: " + folder + path + "\n")
                .collect(
                        Collectors.joining("", "User-agent: *\n", "\nSitemap: " + blog.address("/sitemap.xml") + "\n"));
    }
}
