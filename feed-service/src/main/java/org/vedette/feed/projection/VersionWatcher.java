package org.vedette.feed.projection;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/**
 * Checks the registry periodically: cuts this instance over to the version that is current, and drops versions that nobody
 * needs any more. Instances learn of a switch by reading the registry, so no message about it can be lost.
 */
@MayBlock("its worker's own thread")
public final class VersionWatcher {

    private static final Logger log = LoggerFactory.getLogger(VersionWatcher.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CUTOVER_TIMEOUT = Duration.ofMinutes(5);

    private final ProjectionVersions versions;
    private final Cutover cutover;
    private final Clock clock;

    public VersionWatcher(ProjectionVersions versions, Cutover cutover, Clock clock) {
        this.versions = versions;
        this.cutover = cutover;
        this.clock = clock;
    }

    /** Checks once; fails when something could not be done, which the next check repeats. */
    public void check() {
        var registry = versions.registry().blockOptional(TIMEOUT).orElseThrow();
        cutover.cutOverTo(registry).block(CUTOVER_TIMEOUT);
        dropUnused(registry).block(TIMEOUT);
    }

    /** Drops a version whose grace period is over, else what a rebuild built whose lease expired. */
    Mono<Void> dropUnused(VersionRegistry registry) {
        var now = clock.instant();
        for (var retired : registry.retired()) {
            if (retired.until().isBefore(now)) {
                return drop(retired.version(), registry, registry.withoutRetired(retired));
            }
        }
        var rebuild = registry.rebuild();
        if (rebuild == null || registry.runningRebuild(now).isPresent()) {
            return Mono.empty();
        }
        var report = RebuildReport.failed(rebuild, now, "The lease expired: the instance that did it has died.");
        return drop(rebuild.version(), registry, registry.abandoned(report));
    }

    /** At worst two instances drop the same version. */
    private Mono<Void> drop(String version, VersionRegistry before, VersionRegistry next) {
        return versions.replace(before, next)
                .filter(replaced -> replaced)
                .flatMap(replaced -> versions.drop(version)
                        .doOnSuccess(dropped -> log.info("Dropped projection version {}", version)));
    }
}
