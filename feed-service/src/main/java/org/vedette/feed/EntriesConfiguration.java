package org.vedette.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntryProjection;
import org.vedette.feed.entries.FeedChangePublisher;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.store.CachedSummaries;
import org.vedette.feed.entries.updates.BrokerContact;
import org.vedette.feed.entries.updates.ChangeIntake;
import org.vedette.feed.entries.updates.TimelineSubscriber;
import org.vedette.feed.entries.updates.TimelineSubscribers;
import org.vedette.feed.versions.Cutover;
import org.vedette.feed.versions.ProjectionCleaner;
import org.vedette.feed.versions.ProjectionVersions;
import org.vedette.feed.versions.RebuildService;
import org.vedette.feed.versions.ServedEntries;
import org.vedette.feed.versions.VersionRegistry;

/** How entries come here and are kept up to date. */
@Configuration(proxyBeanMethods = false)
class EntriesConfiguration {

    private static final Duration OLD = Duration.ofSeconds(10);
    private static final Duration LOOKS = Duration.ofSeconds(5);

    /** Much longer than instances take to move on to another edition, whatever keeps them. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    /** Posts that health tells by their ids. */
    private static final int MOST_NAMED = 20;

    @Bean
    UnreadableEntries unreadableEntries() {
        return new UnreadableEntries();
    }

    @Bean
    ServedEntries entries(ProjectionVersions editions) {
        return new ServedEntries(editions);
    }

    @Bean
    EntryProjection entryProjection(ServedEntries entries, FeedChangePublisher changes) {
        return new EntryProjection(entries, changes);
    }

    /** For whoever reads. What keeps this instance up to date reads the store itself. */
    @Bean
    @Primary
    CachedSummaries rememberedHeads(
            ServedEntries entries,
            CurrentTimeline timeline,
            UnreadableEntries unreadable,
            FeedServiceProperties settings) {
        return new CachedSummaries(
                entries, timeline, () -> entries.edition().orElse(""), unreadable, settings.rememberedHeads());
    }

    @Bean
    CurrentTimeline currentTimeline(ServedEntries entries) {
        return new CurrentTimeline(entries);
    }

    @Bean
    TimelineSubscribers timelineSubscribers(ObjectProvider<TimelineSubscriber> followers, CurrentTimeline timeline) {
        return new TimelineSubscribers(followers.orderedStream().toList(), timeline::everything);
    }

    @Bean
    ChangeIntake changeIntake(
            ServedEntries entries,
            CurrentTimeline timeline,
            TimelineSubscribers followers,
            UnreadableEntries unreadable) {
        return new ChangeIntake(entries, timeline, followers, unreadable);
    }

    @Bean
    BrokerContact brokerContact(Clock clock) {
        return new BrokerContact(clock);
    }

    @Bean
    RebuildService rebuildService(ProjectionVersions editions, Clock clock) {
        return new RebuildService(
                editions, clock, ManagementFactory.getRuntimeMXBean().getName(), GRACE);
    }

    @Bean
    ProjectionCleaner projectionCleaner(
            ProjectionVersions editions,
            ServedEntries entries,
            CurrentTimeline timeline,
            TimelineSubscribers followers,
            Clock clock) {
        var succession = new Cutover(editions, entries, timeline);
        var caretaker = new ProjectionCleaner(editions, succession, followers, clock);
        caretaker.begin(LOOKS);
        return caretaker;
    }

    /** Ready to serve only once the order of all posts is known. A post that is left out keeps nobody from the others. */
    @Bean
    HealthIndicator timelineHealthIndicator(
            CurrentTimeline timeline, ServedEntries entries, UnreadableEntries unreadable) {
        return () -> (timeline.isLoaded() ? Health.up() : Health.outOfService())
                .withDetail("posts", timeline.get().size())
                .withDetail(
                        "unreadable",
                        unreadable(entries, unreadable).stream()
                                .limit(MOST_NAMED)
                                .toList())
                .build();
    }

    @Bean
    MeterBinder unreadableMeter(ServedEntries entries, UnreadableEntries unreadable) {
        return meters -> Gauge.builder(
                        "vedette.feed.entries.unreadable",
                        () -> unreadable(entries, unreadable).size())
                .description("Posts this instance leaves out, because their entries cannot be read")
                .register(meters);
    }

    private static Set<String> unreadable(ServedEntries entries, UnreadableEntries unreadable) {
        return unreadable.affecting(entries.edition().orElse(VersionRegistry.FIRST_EDITION));
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
