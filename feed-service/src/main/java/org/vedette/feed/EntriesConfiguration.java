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
import org.vedette.feed.editions.CaretakerRelay;
import org.vedette.feed.editions.Catalogue;
import org.vedette.feed.editions.Editions;
import org.vedette.feed.editions.RebuildService;
import org.vedette.feed.editions.ServedEntries;
import org.vedette.feed.editions.Succession;
import org.vedette.feed.entries.EntryProjection;
import org.vedette.feed.entries.FeedChanges;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.following.BrokerContact;
import org.vedette.feed.entries.following.ChangeIntake;
import org.vedette.feed.entries.following.EntryFollower;
import org.vedette.feed.entries.following.FollowersRelay;
import org.vedette.feed.entries.store.RememberedHeads;

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
    ServedEntries entries(Editions editions) {
        return new ServedEntries(editions);
    }

    @Bean
    EntryProjection entryProjection(ServedEntries entries, FeedChanges changes) {
        return new EntryProjection(entries, changes);
    }

    /** For whoever reads. What keeps this instance up to date reads the store itself. */
    @Bean
    @Primary
    RememberedHeads rememberedHeads(
            ServedEntries entries,
            LiveTimeline timeline,
            UnreadableEntries unreadable,
            FeedServiceProperties settings) {
        return new RememberedHeads(
                entries, timeline, () -> entries.edition().orElse(""), unreadable, settings.rememberedHeads());
    }

    @Bean
    LiveTimeline liveTimeline(ServedEntries entries) {
        return new LiveTimeline(entries);
    }

    @Bean
    FollowersRelay followersRelay(ObjectProvider<EntryFollower> followers, LiveTimeline timeline) {
        return new FollowersRelay(followers.orderedStream().toList(), timeline::everything);
    }

    @Bean
    ChangeIntake changeIntake(
            ServedEntries entries, LiveTimeline timeline, FollowersRelay followers, UnreadableEntries unreadable) {
        return new ChangeIntake(entries, timeline, followers, unreadable);
    }

    @Bean
    BrokerContact brokerContact(Clock clock) {
        return new BrokerContact(clock);
    }

    @Bean
    RebuildService rebuildService(Editions editions, Clock clock) {
        return new RebuildService(
                editions, clock, ManagementFactory.getRuntimeMXBean().getName(), GRACE);
    }

    @Bean
    CaretakerRelay caretakerRelay(
            Editions editions, ServedEntries entries, LiveTimeline timeline, FollowersRelay followers, Clock clock) {
        var succession = new Succession(editions, entries, timeline);
        var caretaker = new CaretakerRelay(editions, succession, followers, clock);
        caretaker.begin(LOOKS);
        return caretaker;
    }

    /** Ready to serve only once the order of all posts is known. A post that is left out keeps nobody from the others. */
    @Bean
    HealthIndicator timelineHealthIndicator(
            LiveTimeline timeline, ServedEntries entries, UnreadableEntries unreadable) {
        return () -> (timeline.isLoaded() ? Health.up() : Health.outOfService())
                .withDetail("posts", timeline.now().size())
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
        return unreadable.of(entries.edition().orElse(Catalogue.FIRST_EDITION));
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
