package org.vedette.feed.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.projection.Rebuild.MissingPosts;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rules of a rebuild, of which one runs at a time over all instances.
 *
 * <p>A rebuild is entered in the registry first, with a lease. From then on every change is written to the new version
 * too, so what is on the topic by then and what comes later are both in it. When the lease expires, another rebuild may
 * begin, and what was built is dropped.
 */
public final class RebuildService {

    private static final Logger log = LoggerFactory.getLogger(RebuildService.class);

    /** Longer than a batch and a pause take, shorter than people wait. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration RENEWAL_INTERVAL = LEASE.dividedBy(4);
    private static final int COPIED_AT_ONCE = 100;

    private final ProjectionVersions versions;
    private final CurrentTimeline timeline;
    private final Clock clock;
    private final String instance;
    private final Duration gracePeriod;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();

    /**
     * A rebuild that has begun on this instance.
     *
     * @param missingPosts what to do about posts that the topic lacks
     */
    public record Task(Rebuild rebuild, MissingPosts missingPosts) {}

    /** Reports that the lease of a rebuild expired, so that its version is not served any more. */
    public static final class LeaseLostException extends RuntimeException {

        LeaseLostException(Rebuild rebuild) {
            super("the lease of the rebuild of " + rebuild.version() + " was lost; another rebuild may have begun");
        }
    }

    /**
     * Rebuilds for one instance.
     *
     * @param timeline tells which version is served here
     * @param instance its name, shown to operators
     * @param gracePeriod how long a version that was replaced is kept up to date for instances that still serve it
     */
    public RebuildService(
            ProjectionVersions versions, CurrentTimeline timeline, Clock clock, String instance, Duration gracePeriod) {
        this.versions = versions;
        this.timeline = timeline;
        this.clock = clock;
        this.instance = instance;
        this.gracePeriod = gracePeriod;
    }

    /** The versions there are and the rebuild under way. */
    public Mono<VersionRegistry> registry() {
        return versions.registry();
    }

    /** Begins a rebuild on this instance, which goes on in the background; empty when another one is running. */
    public Mono<Rebuild> start(MissingPosts missingPosts) {
        return begin().doOnNext(rebuild -> tasks.add(new Task(rebuild, missingPosts)));
    }

    /** The next rebuild that was started here and that nobody works on yet. */
    public Optional<Task> nextTask() {
        return Optional.ofNullable(tasks.poll());
    }

    /** Acquires the lease of a new rebuild; empty when another one is running. */
    public Mono<Rebuild> begin() {
        return versions.registry()
                .filter(registry -> registry.runningRebuild(clock.instant()).isEmpty())
                .flatMap(this::begin);
    }

    private Mono<Rebuild> begin(VersionRegistry before) {
        return namesInUse().collectList().flatMap(names -> begin(before, before.withGenerationsOf(names)));
    }

    private Mono<Rebuild> begin(VersionRegistry before, VersionRegistry numbered) {
        var rebuild = numbered.newRebuild(instance, clock.instant(), LEASE);
        var started = numbered.started(rebuild);
        return versions.recordOffsets(rebuild.version(), Map.of())
                .then(versions.replace(before, started))
                .flatMap(isMine -> isMine ? dropLeftovers(before, started).thenReturn(rebuild) : Mono.empty());
    }

    /** The versions that are stored or served here, of which a registry that was lost knows nothing. */
    private Flux<String> namesInUse() {
        return versions.stored().concatWith(Mono.justOrEmpty(timeline.version()));
    }

    /** Drops what an instance that died, or one whose lease expired, left behind. */
    private Mono<Void> dropLeftovers(VersionRegistry before, VersionRegistry started) {
        return versions.stored()
                .filter(version -> started.isLeftover(version, before))
                .concatMap(versions::drop)
                .then();
    }

    /** Drops what was built after the lease was lost, unless it is in use: the answer to its switch may have been lost. */
    public Mono<Void> discard(Rebuild rebuild) {
        return versions.registry()
                .filter(registry -> !registry.writeTargets().contains(rebuild.version()))
                .flatMap(unused -> versions.drop(rebuild.version()));
    }

    /** Saves a batch in the version that is being built. */
    public Mono<Integer> save(Rebuild rebuild, Collection<? extends ProjectedPost> batch) {
        return versions.entries(rebuild.version()).save(batch).map(Collection::size);
    }

    /**
     * Renews the lease and publishes the progress.
     *
     * @return the renewed rebuild; fails with {@link LeaseLostException} when another one took its place
     */
    public Mono<Rebuild> renew(Rebuild rebuild, Rebuild.Progress progress) {
        var renewed = rebuild.renewed(progress, clock.instant().plus(LEASE));
        return change(rebuild, registry -> registry.withRebuild(renewed)).thenReturn(renewed);
    }

    /**
     * Ends a rebuild that has read the whole topic: makes the rebuilt version the current one, unless the policy refuses.
     * The lease is renewed while the versions are compared and posts are copied.
     *
     * @param offsets the offset of the next event of each partition
     */
    public Mono<RebuildReport> complete(Rebuild rebuild, Map<Integer, Long> offsets, MissingPosts policy) {
        return versions.recordOffsets(rebuild.version(), offsets)
                .then(versions.registry())
                .flatMap(registry -> renewing(rebuild, compare(rebuild, registry.current(), policy)))
                .flatMap(report -> end(rebuild, report));
    }

    /** Does some work and renews the lease meanwhile; fails as soon as the lease cannot be renewed. */
    private <T> Mono<T> renewing(Rebuild rebuild, Mono<T> work) {
        var renewals = Flux.interval(RENEWAL_INTERVAL)
                .onBackpressureDrop()
                .concatMap(tick -> renew(rebuild, rebuild.progress()))
                .then(Mono.<T>never());
        return Mono.firstWithSignal(work, renewals);
    }

    /** Ends a rebuild that could not be completed; the current version stays. */
    public Mono<RebuildReport> fail(Rebuild rebuild, String reason) {
        return end(rebuild, RebuildReport.failed(rebuild, clock.instant(), reason));
    }

    private Mono<RebuildReport> end(Rebuild rebuild, RebuildReport report) {
        var switches = report.outcome() == RebuildReport.Outcome.SWITCHED;
        return change(
                        rebuild,
                        registry -> switches
                                ? registry.switched(rebuild, retireUntil(), report)
                                : registry.abandoned(report))
                .doOnNext(registry -> log.info("Rebuild of {} ended: {}", rebuild.version(), report))
                .then(switches ? Mono.empty() : versions.drop(rebuild.version()))
                .thenReturn(report);
    }

    private Instant retireUntil() {
        return clock.instant().plus(gracePeriod);
    }

    private Mono<RebuildReport> compare(Rebuild rebuild, String current, MissingPosts policy) {
        return revisions(versions.entries(current))
                .zipWhen(before -> revisions(versions.entries(rebuild.version())), RebuildReport.Comparison::new)
                .flatMap(comparison -> copyMissing(comparison, current, rebuild, policy)
                        .thenReturn(RebuildReport.completed(rebuild, clock.instant(), comparison, policy)));
    }

    private Mono<Void> copyMissing(
            RebuildReport.Comparison comparison, String from, Rebuild rebuild, MissingPosts policy) {
        return policy == MissingPosts.COPY ? copy(comparison.missing(), from, rebuild) : Mono.empty();
    }

    private Mono<Void> copy(List<UUID> missing, String from, Rebuild to) {
        return Flux.fromIterable(missing)
                .buffer(COPIED_AT_ONCE)
                .concatMap(ids -> versions.entries(from).find(ids).collectList())
                .concatMap(posts -> versions.entries(to.version()).save(posts))
                .then();
    }

    private static Mono<Map<UUID, Long>> revisions(Entries entries) {
        return entries.positions().collectMap(Position::id, Position::revision);
    }

    /** Repeats the change when another instance changed something else meanwhile. */
    private Mono<VersionRegistry> change(Rebuild mine, UnaryOperator<VersionRegistry> change) {
        return Mono.defer(() -> versions.registry().flatMap(before -> {
            if (!before.isLeasedTo(mine)) {
                return Mono.error(new LeaseLostException(mine));
            }
            var next = change.apply(before);
            return versions.replace(before, next)
                    .flatMap(replaced -> replaced ? Mono.just(next) : change(mine, change));
        }));
    }
}
