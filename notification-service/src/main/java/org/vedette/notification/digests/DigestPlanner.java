package org.vedette.notification.digests;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.Mailings;
import org.vedette.notification.alerts.PostEventBacklog;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Begins the digests that are due, and plans each once.
 *
 * <p>The step of a schedule is stored before its run, in one write that only one process can make; the run of the newest step
 * is planned again and again until it is done. So a crash at any point, and any number of processes, make one run for a
 * period, and after a downtime one run for all of it. A plan that is repeated sends nobody a second mail, because the ledger
 * has a row for each mail.
 */
@MayBlock("the worker that calls it")
public final class DigestPlanner {

    /**
     * The rules of planning.
     *
     * @param chunk most subscribers in one mailing
     * @param grace how long after its time a digest is begun, so that what was published just before it is stored
     * @param siteZone zone of schedules without one
     */
    public record Rules(int chunk, Duration grace, ZoneId siteZone) {}

    private static final Logger log = LoggerFactory.getLogger(DigestPlanner.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    /** How long after it was listed a post is looked for that was not stored before its digest was begun. */
    private static final Duration LATEST = Duration.ofHours(12);

    private final DigestSchedules schedules;
    private final DigestRuns runs;
    private final DigestedPosts posts;
    private final Subscribers subscribers;
    private final Mailings mailings;
    private final PostEventBacklog backlog;
    private final Rules rules;
    private final Clock clock;

    public DigestPlanner(
            DigestStores stores,
            Subscribers subscribers,
            Mailings mailings,
            PostEventBacklog backlog,
            Rules rules,
            Clock clock) {
        this.schedules = stores.schedules();
        this.runs = stores.runs();
        this.posts = stores.posts();
        this.subscribers = subscribers;
        this.mailings = mailings;
        this.backlog = backlog;
        this.rules = rules;
        this.clock = clock;
    }

    /** Begins to keep a schedule: its first digest tells of what comes after the time it was due last. */
    public Mono<Void> keep(DigestSchedule schedule) {
        return Mono.defer(() -> schedules.keep(schedule, schedule.lastDue(clock.instant(), rules.siteZone())));
    }

    /** Begins to keep the schedule that new subscribers get digests by, if they do. */
    public void keepDefault(Cadence cadence) {
        if (cadence instanceof Cadence.Digest digest) {
            keep(digest.schedule()).block(TIMEOUT);
        }
    }

    /** Plans every digest that is due. Waits for the post events of the time before this process. */
    public void run() {
        if (backlog.isProcessed()) {
            schedules.all().concatMapDelayError(this::run).then().block(TIMEOUT);
        }
    }

    private Mono<Void> run(KeptSchedule kept) {
        var begun = kept.hasRun() ? plan(kept) : Mono.<Void>empty();
        return begun.then(Mono.defer(() -> {
            var due = kept.schedule().lastDue(clock.instant().minus(rules.grace()), rules.siteZone());
            return due.isAfter(kept.toldUntil()) ? advance(kept, kept.advancedTo(due)) : Mono.empty();
        }));
    }

    private Mono<Void> advance(KeptSchedule known, KeptSchedule next) {
        return schedules.advance(known, next).flatMap(advanced -> advanced ? plan(next) : Mono.empty());
    }

    private Mono<Void> plan(KeptSchedule kept) {
        return runs.with(DigestRun.idOf(kept))
                .switchIfEmpty(Mono.defer(() -> openIfWanted(kept)))
                .filter(run -> run.state() == DigestRun.State.PLANNING)
                .flatMap(this::expandAudience);
    }

    /** A schedule that nobody gets digests by any more makes steps, and no runs. */
    private Mono<DigestRun> openIfWanted(KeptSchedule kept) {
        return subscribers.by(kept.schedule()).hasElements().flatMap(isWanted -> isWanted ? open(kept) : Mono.empty());
    }

    private Mono<DigestRun> open(KeptSchedule kept) {
        return late(kept)
                .concatWith(posts.listedBetween(kept.toldBefore(), kept.toldUntil()))
                .collectList()
                .flatMap(found -> runs.open(DigestRun.of(kept, found, clock.instant())));
    }

    /** Posts that were stored so late that the digest before did not find them, although they were listed in its time. */
    private Flux<UUID> late(KeptSchedule kept) {
        return runs.with(DigestRun.idOf(kept.schedule(), kept.toldBefore()))
                .flatMapMany(before -> posts.listedBetween(before.to().minus(LATEST), before.to())
                        .filter(post -> !before.posts().contains(post)));
    }

    private Mono<Void> expandAudience(DigestRun run) {
        return subscribers
                .by(run.schedule())
                .buffer(rules.chunk())
                .map(chunk -> new Mailing(run.id(), chunk))
                .concatMap(mailing ->
                        mailings.send(mailing).thenReturn(mailing.subscribers().size()))
                .reduce(0L, Long::sum)
                .doOnNext(audience -> log.info(
                        "{} about {} posts goes to {} subscribers",
                        run.id(),
                        run.posts().size(),
                        audience))
                .flatMap(audience -> runs.finish(run.planned(audience)));
    }
}
