package org.vedette.feed.projection;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Drops projection versions that nobody needs any more, one at a time. At worst two instances drop the same. */
public final class ProjectionCleaner {

    private static final Logger log = LoggerFactory.getLogger(ProjectionCleaner.class);

    private final ProjectionVersions versions;
    private final Clock clock;

    public ProjectionCleaner(ProjectionVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** Drops a version whose grace period is over, else what a rebuild built whose lease expired. */
    Mono<Void> clean(VersionRegistry registry) {
        var now = clock.instant();
        for (var retired : registry.retired()) {
            if (retired.until().isBefore(now)) {
                return drop(retired.version(), registry, registry.without(retired));
            }
        }
        var rebuild = registry.rebuild();
        if (rebuild == null || registry.running(now).isPresent()) {
            return Mono.empty();
        }
        var report = RebuildReport.failed(rebuild, now, "The lease expired: the instance that did it has died.");
        return drop(rebuild.version(), registry, registry.abandoned(report));
    }

    private Mono<Void> drop(String version, VersionRegistry before, VersionRegistry next) {
        return versions.replace(before, next)
                .filter(replaced -> replaced)
                .flatMap(replaced -> versions.drop(version)
                        .doOnSuccess(dropped -> log.info("Dropped projection version {}", version)));
    }
}
