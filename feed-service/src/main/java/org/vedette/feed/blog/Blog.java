package org.vedette.feed.blog;

import java.net.URI;
import java.util.Objects;
import org.vedette.events.PublicPost;
import org.vedette.pages.SitePaths;

/**
 * The blog and its public addresses, which are built from its configured base and never from a request.
 *
 * @param title name of the blog
 * @param tagline one line saying what it is
 * @param base where the public reaches it; kept without a closing slash
 * @param language of its feeds, and of posts that name none
 */
public record Blog(String title, String tagline, URI base, Language language) {

    /** Path of the page that explains the feeds. */
    public static final String FEEDS = SitePaths.FEEDS;

    /** Path of the page from which all posts can be found by time. */
    public static final String ARCHIVE = SitePaths.ARCHIVE;

    /** Path of the page that lists all series. */
    public static final String SERIES = SitePaths.SERIES;

    /** Path of the page that lists all tags. */
    public static final String TAGS = SitePaths.TAGS;

    /** Path of the page that lists all authors. */
    public static final String AUTHORS = SitePaths.AUTHORS;

    /** Path of the page that finds posts by their words. */
    public static final String SEARCH = SitePaths.SEARCH;

    /** Path of what tells browsers how to search. */
    public static final String OPEN_SEARCH = SitePaths.OPEN_SEARCH;

    /** Path of the stream of live events. */
    public static final String LIVE = "/live";

    /** Path of the page on which a reader subscribes by mail. */
    public static final String SUBSCRIBE = SitePaths.SUBSCRIBE;

    /** Path of the mark of the blog, a square of 512 pixels. */
    public static final String ICON = "/assets/icon-512.png";

    /** Path of the mark in the size that RSS allows, 144 pixels. */
    public static final String SMALL_ICON = "/assets/icon-144.png";

    /** Path of the mark on a ground that is twice as wide as high. */
    public static final String LOGO = "/assets/logo.png";

    /** A blog in English. */
    public Blog(String title, String tagline, URI base) {
        this(title, tagline, base, Language.ENGLISH);
    }

    public Blog {
        if (!base.isAbsolute() || base.getHost() == null) {
            throw new IllegalArgumentException(
                    "the base URL must be absolute, like https://blog.example.org, and not " + base);
        }
        base = URI.create(base.toString().replaceAll("/+$", ""));
    }

    /** Absolute address of a path of ours. */
    public String address(String path) {
        return base + path;
    }

    /** Absolute address of a post, for as long as it keeps its slug. */
    public String permalink(String slug) {
        return address(pathOfPost(slug));
    }

    /** Where search engines are sent for a post: its permalink, or where it was first published. */
    public String canonical(PublicPost post) {
        return Objects.requireNonNullElse(post.page().canonicalUrl(), permalink(post.slug()));
    }

    public static String pathOfPost(String slug) {
        return "/posts/" + slug;
    }
}
