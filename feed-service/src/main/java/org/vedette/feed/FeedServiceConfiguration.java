package org.vedette.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.content.ContentService;
import org.vedette.feed.entries.BrokerContact;
import org.vedette.feed.entries.ChangeIntake;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntryFollower;
import org.vedette.feed.entries.EntryProjection;
import org.vedette.feed.entries.FeedChanges;
import org.vedette.feed.entries.FollowersRelay;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.live.LiveFormat;
import org.vedette.feed.live.LiveStreams;
import org.vedette.feed.serving.web.PageCache;
import org.vedette.feed.site.Messages;
import org.vedette.feed.site.Printer;
import org.vedette.feed.site.SiteService;
import org.vedette.feed.syndication.SyndicationService;

/** Puts the features on their ports. */
@Configuration(proxyBeanMethods = false)
class FeedServiceConfiguration {

    private static final Duration OLD = Duration.ofSeconds(10);

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
    FollowersRelay followersRelay(ObjectProvider<EntryFollower> followers, Entries entries) {
        return new FollowersRelay(followers.orderedStream().toList(), entries);
    }

    @Bean
    ChangeIntake changeIntake(Entries entries, LiveTimeline timeline, FollowersRelay followers) {
        return new ChangeIntake(entries, timeline, followers);
    }

    @Bean
    BrokerContact brokerContact(Clock clock) {
        return new BrokerContact(clock);
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
    LiveStreams liveStreams(LiveFormat format, FeedServiceProperties settings) {
        return new LiveStreams(format, settings.liveStreams());
    }

    @Bean
    BlogCalendar blogCalendar(FeedServiceProperties settings) {
        return new BlogCalendar(settings.site().zone());
    }

    @Bean
    ContentService contentService(LiveTimeline timeline, Entries entries) {
        return new ContentService(timeline, entries);
    }

    @Bean
    Printer printer(Blog blog, BlogCalendar calendar) {
        return new Printer(blog, calendar);
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

    /** Ready to serve only once the order of all posts is known. */
    @Bean
    HealthIndicator timelineHealthIndicator(LiveTimeline timeline) {
        return () -> (timeline.isLoaded() ? Health.up() : Health.outOfService())
                .withDetail("posts", timeline.now().size())
                .build();
    }

    /** How old the state of this instance is. What is old is served nevertheless, so readiness does not ask. */
    @Bean
    HealthIndicator changesHealthIndicator(BrokerContact contact) {
        return () -> (contact.age().compareTo(OLD) > 0 ? Health.status("DEGRADED") : Health.up())
                .withDetail("ageSeconds", contact.age().toSeconds())
                .withDetail("brokerSilentSeconds", contact.silence().toSeconds())
                .withDetails(contact.sinceChange()
                        .map(since -> Map.of("lastChangeSecondsAgo", since.toSeconds()))
                        .orElse(Map.of()))
                .build();
    }
}
