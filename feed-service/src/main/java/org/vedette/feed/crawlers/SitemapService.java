package org.vedette.feed.crawlers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;

/** Makes the sitemaps, of nothing but the timeline. */
public final class SitemapService {

    private final CurrentTimeline timeline;
    private final PostFiles posts;
    private final PageFiles pages;

    public SitemapService(CurrentTimeline timeline, Blog blog, BlogCalendar calendar) {
        this.timeline = timeline;
        this.posts = new PostFiles(blog);
        this.pages = new PageFiles(blog, calendar);
    }

    /** The list of all other sitemaps. */
    public Sitemap index() {
        var now = timeline.get();
        return new Sitemap(Stream.concat(pages.all(now), posts.all(now.posts())).toList());
    }

    /** Posts, the oldest in the first file; empty when there is no such file. */
    public Optional<Sitemap> posts(int file) {
        return unlessEmpty(posts.file(file, timeline.get().posts()));
    }

    /** Pages that list posts; empty when there is no such file. */
    public Optional<Sitemap> pages(int file) {
        return unlessEmpty(pages.file(file, timeline.get()));
    }

    private static Optional<Sitemap> unlessEmpty(List<Listed> listed) {
        return listed.isEmpty() ? Optional.empty() : Optional.of(new Sitemap(listed));
    }
}
