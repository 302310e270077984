package org.vedette.feed.crawlers;

import java.util.List;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;

/** Creates the sitemaps, from the timeline alone. Their order is the same on every instance. */
public final class SitemapService {

    private final CurrentTimeline timeline;
    private final PostSitemaps posts;
    private final PageSitemaps pages;

    public SitemapService(CurrentTimeline timeline, Blog blog, BlogCalendar calendar) {
        this.timeline = timeline;
        this.posts = new PostSitemaps(blog);
        this.pages = new PageSitemaps(blog, calendar);
    }

    /** The index of all sitemaps. */
    public List<SitemapUrl> index() {
        var now = timeline.get();
        return Stream.concat(pages.index(now), posts.index(now.posts())).toList();
    }

    /** A sitemap of posts, counted from 1; empty when there is no such sitemap. */
    public List<SitemapUrl> posts(int number) {
        return posts.sitemap(number, timeline.get().posts());
    }

    /** A sitemap of pages that list posts, counted from 1; empty when there is no such sitemap. */
    public List<SitemapUrl> pages(int number) {
        return pages.sitemap(number, timeline.get());
    }
}
