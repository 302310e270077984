package org.vedette.feed;

import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntryProjection;
import org.vedette.feed.entries.FeedChanges;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.search.SearchIndex;
import org.vedette.feed.search.SearchService;
import org.vedette.feed.search.index.LuceneSearchIndex;
import org.vedette.feed.site.Messages;
import org.vedette.feed.site.Printer;
import org.vedette.feed.site.SiteService;
import org.vedette.feed.syndication.SyndicationService;

/** Puts the features on their ports. */
@Configuration(proxyBeanMethods = false)
class FeedServiceConfiguration {

    @Bean
    Blog blog(FeedServiceProperties settings) {
        return new Blog(settings.site().title(), settings.site().tagline(), settings.baseUrl());
    }

    @Bean
    EntryProjection entryProjection(Entries entries, FeedChanges changes) {
        return new EntryProjection(entries, changes);
    }

    @Bean
    LiveTimeline liveTimeline(Entries entries) {
        return new LiveTimeline(entries);
    }

    @Bean
    Printer printer(Blog blog, FeedServiceProperties settings) {
        return new Printer(blog, new BlogCalendar(settings.site().zone()));
    }

    @Bean
    Messages messages(Printer printer) {
        return new Messages(printer);
    }

    @Bean
    SiteService siteService(
            LiveTimeline timeline, Entries entries, Blog blog, Printer printer, FeedServiceProperties settings) {
        return new SiteService(timeline, entries, blog, printer, settings.frontPagePosts());
    }

    @Bean
    SyndicationService syndicationService(
            LiveTimeline timeline, Entries entries, Blog blog, FeedServiceProperties settings) {
        return new SyndicationService(timeline, entries, blog, settings.syndicatedTlp(), settings.feedEntries());
    }

    @Bean
    LuceneSearchIndex searchIndex(FeedServiceProperties settings) {
        var directory = settings.search().directory();
        var parent = directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : directory;
        return new LuceneSearchIndex(parent, settings.search().bufferMegabytes());
    }

    @Bean
    SearchThreads searchThreads() {
        return new SearchThreads(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    SearchService searchService(SearchIndex index, SearchThreads threads) {
        return new SearchService(index, threads.searching(), threads.indexing());
    }

    /** Complete once everything in the store can be found. */
    @Bean
    HealthIndicator searchHealthIndicator(SearchService search) {
        return () -> SearchHealth.of(search.state());
    }

    /** Ready to serve only once the order of all posts is known. */
    @Bean
    HealthIndicator timelineHealthIndicator(LiveTimeline timeline) {
        return () -> (timeline.isLoaded() ? Health.up() : Health.outOfService())
                .withDetail("posts", timeline.now().size())
                .build();
    }
}
