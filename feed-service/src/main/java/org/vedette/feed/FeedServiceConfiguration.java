package org.vedette.feed;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Language;
import org.vedette.feed.content.ContentService;
import org.vedette.feed.crawlers.SitemapService;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.live.LiveStreams;
import org.vedette.feed.live.SseWriter;
import org.vedette.feed.search.IndexState;
import org.vedette.feed.search.SearchIndex;
import org.vedette.feed.search.SearchService;
import org.vedette.feed.search.index.LuceneSearchIndex;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.feed.syndication.SyndicationService;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the features on their ports. */
@Configuration(proxyBeanMethods = false)
class FeedServiceConfiguration {

    /** At a millisecond or two for each, the last search in the queue waits less than a second. */
    private static final int SEARCH_QUEUE_CAPACITY = 256;

    private static final int THREAD_IDLE_SECONDS = 60;

    @Bean
    Blog blog(FeedServiceProperties settings) {
        return new Blog(
                settings.site().title(),
                settings.site().tagline(),
                settings.baseUrl(),
                new Language(settings.site().language()));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ResponseCache responseCache(CurrentTimeline timeline, FeedServiceProperties settings, Clock clock) {
        return new ResponseCache(timeline, settings.pageCache().toBytes(), clock);
    }

    @Bean
    LiveStreams liveStreams(SseWriter writer, CurrentTimeline timeline, FeedServiceProperties settings) {
        return new LiveStreams(writer, timeline, settings.liveStreams());
    }

    @Bean
    BlogCalendar blogCalendar(FeedServiceProperties settings) {
        return new BlogCalendar(settings.site().zone());
    }

    @Bean
    ContentService contentService(CurrentTimeline timeline, Entries entries) {
        return new ContentService(timeline, entries);
    }

    @Bean
    SyndicationService syndicationService(
            CurrentTimeline timeline,
            Entries entries,
            Blog blog,
            BlogCalendar calendar,
            FeedServiceProperties settings) {
        return new SyndicationService(timeline, entries, blog, calendar, settings.feedEntries());
    }

    @Bean
    LuceneSearchIndex searchIndex(FeedServiceProperties settings, UnreadableEntries unreadable) {
        var directory = settings.search().directory();
        var parent = directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : directory;
        return new LuceneSearchIndex(parent, settings.search().bufferMegabytes(), unreadable);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler searchScheduler() {
        var threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return Schedulers.newBoundedElastic(
                threads, SEARCH_QUEUE_CAPACITY / threads, "search", THREAD_IDLE_SECONDS, true);
    }

    /** One thread applies changes while the other rebuilds. */
    @Bean(destroyMethod = "dispose")
    Scheduler indexScheduler() {
        return Schedulers.newBoundedElastic(2, Integer.MAX_VALUE, "search-index", THREAD_IDLE_SECONDS, true);
    }

    @Bean
    SearchService searchService(SearchIndex index, Scheduler searchScheduler, Scheduler indexScheduler) {
        return new SearchService(index, searchScheduler, indexScheduler);
    }

    /** Out of service until the index was complete once, with the number of posts read so far. */
    @Bean
    HealthIndicator searchHealthIndicator(SearchService search) {
        return () -> health(search.state());
    }

    @Bean
    SitemapService sitemapService(CurrentTimeline timeline, Blog blog, BlogCalendar calendar) {
        return new SitemapService(timeline, blog, calendar);
    }

    static Health health(IndexState index) {
        var health = (index.isComplete() ? Health.up() : Health.outOfService())
                .withDetail("phase", index.phase())
                .withDetail("read", index.done())
                .withDetail("posts", index.posts());
        var failure = index.failure();
        return (failure == null ? health : health.withDetail("failure", failure)).build();
    }
}
