package org.vedette.feed.versions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Mono;

/**
 * The rules of a rebuild, one at a time over all instances.
 *
 * <p>Who rebuilds writes its claim into the catalogue first. From then on every change is written to the new edition too,
 * so whatever is on the topic by then and whatever comes later are both in it. A claim that is not renewed ends, and what
 * was made under it is thrown away.
 */
public final class RebuildService {

    private static final Logger log = LoggerFactory.getLogger(RebuildService.class);

    /** Longer than a batch and a pause take, shorter than people wait. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ProjectionVersions editions;
    private final Clock clock;
    private final String instance;
    private final Duration grace;

    /**
     * Rebuilds for one instance.
     *
     * @param instance its name, for those who ask who does it
     * @param grace how long an edition that was replaced is kept up to date for instances that still serve it
     */
    public RebuildService(ProjectionVersions editions, Clock clock, String instance, Duration grace) {
        this.editions = editions;
        this.clock = clock;
        this.instance = instance;
        this.grace = grace;
    }

    /** What there is and what is going on. */
    public Mono<VersionRegistry> catalogue() {
        return editions.catalogue();
    }

    /** Claims the rebuild; empty when another one is running. */
    public Mono<Rebuild> claim() {
        return editions.catalogue()
                .filter(catalogue -> catalogue.running(clock.instant()).isEmpty())
                .flatMap(this::claim);
    }

    private Mono<Rebuild> claim(VersionRegistry before) {
        var rebuild = before.newRebuild(instance, clock.instant(), LEASE);
        var claimed = before.claimed(rebuild);
        return editions.replace(before, claimed)
                .flatMap(isMine -> isMine ? dropLeftovers(claimed).thenReturn(rebuild) : Mono.empty());
    }

    /** What an instance that died, or one that was late, left behind. */
    private Mono<Void> dropLeftovers(VersionRegistry catalogue) {
        return editions.stored()
                .filter(catalogue::isLeftover)
                .concatMap(editions::drop)
                .then();
    }

    /** Throws away what was made under a claim that was lost, unless it is served: the word of its end may have been lost. */
    public Mono<Void> discard(Rebuild rebuild) {
        return editions.catalogue()
                .filter(catalogue -> !catalogue.written().contains(rebuild.edition()))
                .flatMap(unused -> editions.drop(rebuild.edition()));
    }

    /** Keeps a batch in the edition that is being made. */
    public Mono<Integer> save(Rebuild rebuild, Collection<? extends ProjectedPost> batch) {
        return editions.entries(rebuild.edition()).save(batch).map(Collection::size);
    }

    /**
     * Tells how far it is, and that it is alive.
     *
     * @return the renewed claim; fails with {@link ClaimLost} when somebody else took over
     */
    public Mono<Rebuild> renew(Rebuild rebuild, RebuildProgress progress) {
        var renewed = rebuild.renewed(progress, clock.instant().plus(LEASE));
        return change(rebuild, catalogue -> catalogue.with(renewed)).thenReturn(renewed);
    }

    /**
     * Ends a rebuild that has read everything: serves what was rebuilt, unless posts would vanish.
     *
     * @param evenIfPostsAreMissing serve it whatever is missing
     */
    public Mono<Report> complete(Rebuild rebuild, boolean evenIfPostsAreMissing) {
        return compare(rebuild)
                .map(comparison -> comparison.report(rebuild, clock.instant(), evenIfPostsAreMissing))
                .flatMap(report -> end(rebuild, report));
    }

    /** Ends a rebuild that could not be completed; what was served is served on. */
    public Mono<Report> fail(Rebuild rebuild, String reason) {
        return end(rebuild, Report.failed(rebuild, clock.instant(), reason));
    }

    private Mono<Report> end(Rebuild rebuild, Report report) {
        log.info("The rebuild of {} has ended: {} {}", rebuild.edition(), report.outcome(), report);
        return report.outcome() == Report.Outcome.SWITCHED
                ? change(rebuild, catalogue -> catalogue.switched(rebuild, retireUntil(), report))
                        .thenReturn(report)
                : change(rebuild, catalogue -> catalogue.abandoned(report))
                        .then(editions.drop(rebuild.edition()))
                        .thenReturn(report);
    }

    private Instant retireUntil() {
        return clock.instant().plus(grace);
    }

    /** The old edition is read first: what comes meanwhile is in the new one too. */
    private Mono<Comparison> compare(Rebuild rebuild) {
        return editions.catalogue()
                .flatMap(catalogue -> revisions(editions.entries(catalogue.current())))
                .zipWhen(before -> revisions(editions.entries(rebuild.edition())), Comparison::of);
    }

    private static Mono<Map<UUID, Long>> revisions(Entries entries) {
        return entries.positions().collectMap(Position::id, Position::revision);
    }

    /** Tries again when somebody else changed something else meanwhile. */
    private Mono<VersionRegistry> change(Rebuild mine, UnaryOperator<VersionRegistry> change) {
        return Mono.defer(() -> editions.catalogue().flatMap(before -> {
            if (!before.isOf(mine)) {
                return Mono.error(new ClaimLost(mine));
            }
            var next = change.apply(before);
            return editions.replace(before, next)
                    .flatMap(replaced -> replaced ? Mono.just(next) : change(mine, change));
        }));
    }
}
