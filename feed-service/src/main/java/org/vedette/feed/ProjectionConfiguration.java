package org.vedette.feed;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.FeedChangePublisher;
import org.vedette.feed.entries.updates.TimelineSubscribers;
import org.vedette.feed.projection.Cutover;
import org.vedette.feed.projection.EntryProjection;
import org.vedette.feed.projection.ProjectionRecovery;
import org.vedette.feed.projection.ProjectionVersions;
import org.vedette.feed.projection.Rebuild.MissingPosts;
import org.vedette.feed.projection.RebuildService;
import org.vedette.feed.projection.VersionWatcher;
import org.vedette.feed.projection.messaging.KafkaCommittedOffsets;
import org.vedette.feed.projection.messaging.RebuildWorker;
import org.vedette.starter.workers.BackgroundWorker;

/** How events become entries, and how the read model is rebuilt. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration REBUILD_POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration RECOVERY_INTERVAL = Duration.ofSeconds(10);

    /** Much longer than instances take to cut over to another version, whatever keeps them. */
    private static final Duration GRACE_PERIOD = Duration.ofMinutes(10);

    @Bean
    EntryProjection entryProjection(ProjectionVersions versions, FeedChangePublisher changes) {
        return new EntryProjection(versions, changes);
    }

    @Bean
    RebuildService rebuildService(ProjectionVersions versions, CurrentTimeline timeline, Clock clock) {
        return new RebuildService(
                versions, timeline, clock, ManagementFactory.getRuntimeMXBean().getName(), GRACE_PERIOD);
    }

    @Bean
    Cutover cutover(ProjectionVersions versions, CurrentTimeline timeline, TimelineSubscribers subscribers) {
        return new Cutover(versions, timeline, subscribers);
    }

    @Bean
    ProjectionRecovery projectionRecovery(
            ProjectionVersions versions,
            KafkaCommittedOffsets committed,
            RebuildService rebuilds,
            FeedServiceProperties settings) {
        return new ProjectionRecovery(versions, committed::read, rebuilds::start, settings.rebuildWhenBehind());
    }

    @Bean
    BackgroundWorker projectionVersionsWorker(ProjectionVersions versions, Cutover cutover, Clock clock) {
        var watcher = new VersionWatcher(versions, cutover, clock);
        return BackgroundWorker.every(CHECK_INTERVAL, "projection-versions", watcher::check);
    }

    @Bean
    BackgroundWorker projectionRecoveryWorker(ProjectionRecovery recovery) {
        return BackgroundWorker.every(RECOVERY_INTERVAL, "projection-recovery", recovery::checkAgain);
    }

    @Bean
    BackgroundWorker rebuild(RebuildWorker rebuilds) {
        return BackgroundWorker.every(REBUILD_POLL_INTERVAL, "rebuild", rebuilds::runNext)
                .preparedBy(rebuilds::start)
                .wokenBy(rebuilds::stop);
    }

    /** Repeats the start while another rebuild runs, or until the lease of an instance that died has expired. */
    @Bean
    @ConditionalOnBooleanProperty("vedette.feed.rebuild-on-start")
    BackgroundWorker rebuildOnStart(RebuildWorker rebuilds) {
        return BackgroundWorker.untilItSucceeds("rebuild-on-start", () -> rebuilds.startNow(MissingPosts.REFUSE));
    }
}
