package org.vedette.feed.crawlers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.timeline.Timeline;

/** Makes the sitemaps, of nothing but the timeline. */
public final class SitemapService {

    private final LiveTimeline timeline;
    private final PostFiles posts;
    private final PageFiles pages;

    public SitemapService(LiveTimeline timeline, Blog blog, BlogCalendar calendar) {
        this.timeline = timeline;
        this.posts = new PostFiles(blog);
        this.pages = new PageFiles(blog, calendar);
    }

    /** The list of all other sitemaps. */
    public Sitemap index() {
        var now = timeline.now();
        return sitemap(Stream.concat(pages.all(now), posts.all(now.posts())).toList(), now);
    }

    /** Posts, the oldest in the first file; empty when there is no such file. */
    public Optional<Sitemap> posts(int file) {
        var now = timeline.now();
        return unlessEmpty(posts.file(file, now.posts()), now);
    }

    /** Pages that list posts; empty when there is no such file. */
    public Optional<Sitemap> pages(int file) {
        var now = timeline.now();
        return unlessEmpty(pages.file(file, now), now);
    }

    private static Optional<Sitemap> unlessEmpty(List<Listed> listed, Timeline now) {
        return listed.isEmpty() ? Optional.empty() : Optional.of(sitemap(listed, now));
    }

    private static Sitemap sitemap(List<Listed> listed, Timeline now) {
        return new Sitemap(listed, now.changedAt().orElse(null));
    }
}
