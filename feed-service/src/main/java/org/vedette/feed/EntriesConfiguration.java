package org.vedette.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.updates.ChangeLag;
import org.vedette.feed.entries.updates.SubscriberQueue;
import org.vedette.feed.entries.updates.TimelineSubscribers;
import org.vedette.feed.entries.updates.TimelineUpdater;
import org.vedette.feed.live.LiveStreams;
import org.vedette.feed.projection.VersionRegistry;
import org.vedette.feed.search.SearchService;
import org.vedette.starter.workers.BackgroundWorker;

/** How this instance reads entries and keeps its timeline, and what is kept equal to it, up to date. */
@Configuration(proxyBeanMethods = false)
class EntriesConfiguration {

    private static final Duration DEGRADED_AGE = Duration.ofSeconds(10);

    /** Less than the half minute after which proxies like to close a connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Posts that health names by their ids. */
    private static final int MAX_NAMED_POSTS = 20;

    @Bean
    UnreadableEntries unreadableEntries() {
        return new UnreadableEntries();
    }

    @Bean
    CurrentTimeline currentTimeline() {
        return new CurrentTimeline();
    }

    @Bean
    SubscriberQueue searchQueue(SearchService search, Entries entries, CurrentTimeline timeline, Clock clock) {
        return new SubscriberQueue(search, () -> entries.all(timeline.get()), clock);
    }

    @Bean
    SubscriberQueue liveQueue(LiveStreams streams, Entries entries, CurrentTimeline timeline, Clock clock) {
        return new SubscriberQueue(streams, () -> entries.all(timeline.get()), clock);
    }

    @Bean
    TimelineSubscribers timelineSubscribers(List<SubscriberQueue> queues) {
        return new TimelineSubscribers(queues);
    }

    @Bean
    TimelineUpdater timelineUpdater(
            Entries entries, CurrentTimeline timeline, TimelineSubscribers subscribers, UnreadableEntries unreadable) {
        return new TimelineUpdater(entries, timeline, subscribers, unreadable);
    }

    @Bean
    ChangeLag changeLag(Clock clock) {
        return new ChangeLag(clock);
    }

    @Bean
    BackgroundWorker searchUpdates(SubscriberQueue searchQueue) {
        return BackgroundWorker.repeating("search-updates", searchQueue::run);
    }

    @Bean
    BackgroundWorker liveUpdates(SubscriberQueue liveQueue) {
        return BackgroundWorker.repeating("live-updates", liveQueue::run);
    }

    /** Stops first of all: the web server waits for its requests to end, and a stream does not by itself. */
    @Bean
    BackgroundWorker liveHeartbeat(LiveStreams streams) {
        return BackgroundWorker.every(HEARTBEAT, "live-heartbeat", streams::sendHeartbeat)
                .preparedBy(streams::start)
                .wokenBy(streams::close)
                .inPhase(Integer.MAX_VALUE);
    }

    /** Ready only once the order of all posts is known. A post that is left out keeps nobody from the others. */
    @Bean
    HealthIndicator timelineHealthIndicator(CurrentTimeline timeline, UnreadableEntries unreadable) {
        return () -> (timeline.isLoaded() ? Health.up() : Health.outOfService())
                .withDetail("posts", timeline.get().size())
                .withDetail(
                        "unreadable",
                        unreadable(timeline, unreadable).stream()
                                .limit(MAX_NAMED_POSTS)
                                .toList())
                .build();
    }

    @Bean
    MeterBinder unreadableMeter(CurrentTimeline timeline, UnreadableEntries unreadable) {
        return meters -> Gauge.builder(
                        "vedette.feed.entries.unreadable",
                        () -> unreadable(timeline, unreadable).size())
                .description("Posts this instance leaves out, because their entries cannot be read")
                .register(meters);
    }

    private static Set<String> unreadable(CurrentTimeline timeline, UnreadableEntries unreadable) {
        return unreadable.affecting(timeline.version().orElse(VersionRegistry.FIRST_VERSION));
    }

    /** How old the state of this instance is. What is old is served nevertheless, so readiness does not ask. */
    @Bean
    HealthIndicator changesHealthIndicator(ChangeLag lag) {
        return () -> (lag.age().compareTo(DEGRADED_AGE) > 0 ? Health.status("DEGRADED") : Health.up())
                .withDetail("ageSeconds", lag.age().toSeconds())
                .withDetail("brokerSilentSeconds", lag.sinceResponse().toSeconds())
                .withDetails(lag.sinceChange()
                        .map(since -> Map.of("lastChangeSecondsAgo", since.toSeconds()))
                        .orElse(Map.of()))
                .build();
    }
}
