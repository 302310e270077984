package org.vedette.feed;

import java.time.Clock;
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
import org.vedette.feed.serving.web.PageCache;
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
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PageCache pageCache(LiveTimeline timeline, FeedServiceProperties settings) {
        return new PageCache(timeline, settings.pageCache().toBytes());
    }

    @Bean
    BlogCalendar blogCalendar(FeedServiceProperties settings) {
        return new BlogCalendar(settings.site().zone());
    }

    @Bean
    SyndicationService syndicationService(
            LiveTimeline timeline, Entries entries, Blog blog, FeedServiceProperties settings) {
        return new SyndicationService(timeline, entries, blog, settings.syndicatedTlp(), settings.feedEntries());
    }

    /** Ready to serve only once the order of all posts is known. */
    @Bean
    HealthIndicator timelineHealthIndicator(LiveTimeline timeline) {
        return () -> (timeline.isLoaded() ? Health.up() : Health.outOfService())
                .withDetail("posts", timeline.now().size())
                .build();
    }
}
