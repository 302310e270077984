package org.vedette.feed.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.projection.Rebuild.MissingPosts;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/**
 * Rebuilds the read model when the store lacks events that were projected once, because it came back empty or from an
 * older backup: the offsets that the consumer group has committed are ahead of those that the store has recorded. Without
 * this the events before the committed offsets would be missing for ever. A version that lacks events stays marked as
 * incomplete until another one has replaced it.
 */
@MayBlock("its worker's own thread")
public final class ProjectionRecovery {

    private static final Logger log = LoggerFactory.getLogger(ProjectionRecovery.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ProjectionVersions versions;
    private final Supplier<Map<Integer, Long>> committed;
    private final Function<MissingPosts, Mono<Rebuild>> rebuilds;
    private final boolean enabled;
    private final AtomicBoolean checkedOnce = new AtomicBoolean();

    /**
     * Recovers for one instance.
     *
     * @param committed the offsets that the consumer group has committed, by partition; may block
     * @param rebuilds starts a rebuild in the background; empty when one is running already, here or elsewhere
     */
    public ProjectionRecovery(
            ProjectionVersions versions,
            Supplier<Map<Integer, Long>> committed,
            Function<MissingPosts, Mono<Rebuild>> rebuilds,
            boolean enabled) {
        this.versions = versions;
        this.committed = committed;
        this.rebuilds = rebuilds;
        this.enabled = enabled;
    }

    /** Checks before events are projected: afterwards an emptied store would look like one of an earlier release. */
    public void checkAtStart() {
        if (enabled) {
            check(true);
            checkedOnce.set(true);
        }
    }

    /** Checks again, for a store that is emptied while this instance runs. */
    public void checkAgain() {
        if (checkedOnce.get()) {
            check(false);
        }
    }

    /** The committed offsets are read first: an event is projected, and recorded, before its offset is committed. */
    private void check(boolean isStart) {
        var group = committed.get();
        var registry = versions.registry().blockOptional(TIMEOUT).orElseThrow();
        var version = registry.current();
        var recorded = versions.offsets(version).blockOptional(TIMEOUT).orElse(null);
        var isEmpty = isStart && isEmpty(version);
        if (recorded == null && ((isStart && !isEmpty) || isAtBeginning(group))) {
            // A new store, or one written by a release that recorded no offsets.
            versions.recordOffsets(version, group).block(TIMEOUT);
        } else if (recorded == null
                || recorded.incomplete()
                || recorded.isBehind(group)
                || (isEmpty && !isAtBeginning(group))) {
            recover(registry, recorded, group);
        }
    }

    /** The mark keeps a restart, and events that raise the offsets, from hiding the loss while no rebuild succeeds. */
    private void recover(VersionRegistry registry, @Nullable ProjectedOffsets recorded, Map<Integer, Long> group) {
        var version = registry.current();
        versions.markIncomplete(List.of(version)).block(TIMEOUT);
        if (registry.rebuild() != null) {
            return;
        }
        log.warn(
                "Projection version {} lacks events that were projected before: it has {}, the consumer group {}."
                        + " Rebuilding it from the topic.",
                version,
                recorded,
                group);
        if (rebuilds.apply(MissingPosts.COPY).blockOptional(TIMEOUT).isEmpty()) {
            log.info("Another instance is rebuilding already");
        }
    }

    private boolean isEmpty(String version) {
        return !versions.entries(version)
                .positions()
                .hasElements()
                .blockOptional(TIMEOUT)
                .orElse(false);
    }

    private static boolean isAtBeginning(Map<Integer, Long> group) {
        return group.values().stream().allMatch(offset -> offset == 0);
    }
}
