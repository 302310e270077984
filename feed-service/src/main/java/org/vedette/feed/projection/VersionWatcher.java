package org.vedette.feed.projection;

import java.time.Duration;
import org.vedette.starter.MayBlock;

/**
 * Looks at the registry now and then: cuts this instance over to the version that is current, and drops what nobody needs
 * any more. A switch is not announced, so no announcement of it can be lost.
 */
@MayBlock("its worker's own thread")
public final class VersionWatcher {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CUTOVER_TIMEOUT = Duration.ofMinutes(5);

    private final ProjectionVersions versions;
    private final Cutover cutover;
    private final ProjectionCleaner cleaner;

    public VersionWatcher(ProjectionVersions versions, Cutover cutover, ProjectionCleaner cleaner) {
        this.versions = versions;
        this.cutover = cutover;
        this.cleaner = cleaner;
    }

    /** Looks once; fails when something could not be done, which the next look repeats. */
    public void look() {
        var registry = versions.registry().blockOptional(TIMEOUT).orElseThrow();
        cutover.follow(registry).block(CUTOVER_TIMEOUT);
        cleaner.clean(registry).block(TIMEOUT);
    }
}
