package org.vedette.feed.versions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.updates.TimelineSubscribers;

/**
 * Looks at the catalogue now and then: moves this instance on to the edition that is to be served, and tidies up what
 * nobody needs any more. Nobody has to be told, so no word of it can get lost.
 */
public final class ProjectionCleaner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProjectionCleaner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration MOVE_PATIENCE = Duration.ofMinutes(5);

    private final ProjectionVersions editions;
    private final Cutover succession;
    private final TimelineSubscribers followers;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "editions"));

    public ProjectionCleaner(
            ProjectionVersions editions, Cutover succession, TimelineSubscribers followers, Clock clock) {
        this.editions = editions;
        this.succession = succession;
        this.followers = followers;
        this.clock = clock;
    }

    /** Looks for the first time soon, and then again and again. */
    public void begin(Duration period) {
        var unused =
                thread.scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    void look() {
        try {
            var catalogue = editions.catalogue().blockOptional(PATIENCE).orElseThrow();
            if (succession.isDue(catalogue)) {
                move(catalogue.current());
            }
            tidy(catalogue, clock.instant());
        } catch (RuntimeException trouble) {
            log.debug("Nobody looked after the editions", trouble);
        }
    }

    private void move(String edition) {
        log.info("Moving on to {}", edition);
        succession.moveTo(edition).block(MOVE_PATIENCE);
        followers.rebuildAll();
        log.info("Serving {} now", edition);
    }

    /** At worst two instances drop the same. */
    private void tidy(VersionRegistry catalogue, Instant now) {
        for (var retired : catalogue.retired()) {
            if (retired.until().isBefore(now)) {
                drop(retired.edition(), catalogue, catalogue.without(retired));
                return;
            }
        }
        var rebuild = catalogue.rebuild();
        if (rebuild != null && catalogue.running(now).isEmpty()) {
            var died = Report.failed(rebuild, now, "The instance that did it was not heard of any more.");
            drop(rebuild.edition(), catalogue, catalogue.abandoned(died));
        }
    }

    private void drop(String edition, VersionRegistry before, VersionRegistry next) {
        if (editions.replace(before, next).blockOptional(PATIENCE).orElse(false)) {
            editions.drop(edition).block(PATIENCE);
            log.info("{} is gone", edition);
        }
    }
}
