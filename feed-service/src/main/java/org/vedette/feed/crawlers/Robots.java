package org.vedette.feed.crawlers;

import java.util.List;
import java.util.stream.Collectors;
import org.vedette.feed.blog.Blog;

/** Tells crawlers where not to go (RFC 9309): everything that people are meant to find is open to all of them. */
public final class Robots {

    /** Endless lists, forms, streams that never end, and what is for programs or for editors. */
    private static final List<String> CLOSED =
            List.of("/search?", "/api/", "/live", "/subscriptions/", "/studio", "/login", "/logout");

    private final Blog blog;

    public Robots(Blog blog) {
        this.blog = blog;
    }

    /** The whole file. A rule is about the path from the root of the host, wherever on it the blog is. */
    public String text() {
        var folder = blog.base().getRawPath();
        return CLOSED.stream()
                .map(path -> "Disallow: " + folder + path + "\n")
                .collect(
                        Collectors.joining("", "User-agent: *\n", "\nSitemap: " + blog.address("/sitemap.xml") + "\n"));
    }
}
