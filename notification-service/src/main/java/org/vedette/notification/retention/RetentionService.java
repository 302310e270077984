package org.vedette.notification.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.DeliveryCounter;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.digests.DigestRuns;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/** Removes what is too old, in steps, by one process at a time. The numbers of alerts and digests stay. */
@MayBlock("the worker that calls it")
public final class RetentionService {

    /**
     * How long what is stored is kept.
     *
     * @param deliveries the rows of mails
     * @param clients addresses of clients with a consent
     * @param consents consents of those who have left
     * @param turn how long one process does it before another one may
     */
    public record Periods(Duration deliveries, Duration clients, Duration consents, Duration turn) {}

    private static final Logger log = LoggerFactory.getLogger(RetentionService.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration EMPTY_RUNS_KEPT = Duration.ofDays(31);
    private static final int STEP = 500;
    private static final int MOST_STEPS = 400;
    private static final int MOST_ALERTS = 50;

    private final RetentionTurn turn;
    private final DeliveryRetention deliveries;
    private final SubscriberRetention subscribers;
    private final DeliveryCounter counter;
    private final DigestRuns runs;
    private final Periods periods;
    private final Clock clock;

    public RetentionService(
            RetentionTurn turn,
            DeliveryRetention deliveries,
            SubscriberRetention subscribers,
            DeliveryCounter counter,
            DigestRuns runs,
            Periods periods,
            Clock clock) {
        this.turn = turn;
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.counter = counter;
        this.runs = runs;
        this.periods = periods;
        this.clock = clock;
    }

    /** Removes what is too old now, unless another process does. What a run leaves is left to the next one. */
    public void run() {
        var now = clock.instant();
        if (!get(turn.take(now, now.plus(periods.turn())))) {
            return;
        }
        var removed = removeAlerts(now.minus(periods.deliveries()));
        removed += inSteps(limit -> deliveries.removeOthers(now.minus(periods.deliveries()), limit));
        removed += get(runs.removeEmpty(now.minus(EMPTY_RUNS_KEPT)));
        var clients = inSteps(limit -> subscribers.forgetClients(now.minus(periods.clients()), limit));
        var consents = inSteps(limit -> subscribers.forgetConsents(now.minus(periods.consents()), limit));
        if (removed + clients + consents > 0) {
            log.info(
                    "Removed {} rows of mails and empty digests, the clients of {} consents, and {} consents: they were"
                            + " too old",
                    removed,
                    clients,
                    consents);
        }
    }

    private long removeAlerts(Instant before) {
        var seen = new HashSet<AlertId>();
        var removed = 0L;
        while (seen.size() < MOST_ALERTS) {
            var next = deliveries.next(before, Set.copyOf(seen)).blockOptional(TIMEOUT);
            if (next.isEmpty()) {
                return removed;
            }
            seen.add(next.get());
            removed += remove(next.get());
        }
        return removed;
    }

    private long remove(AlertId alert) {
        var counts = get(counter.count(List.of(alert))).getOrDefault(alert, DeliveryCounts.NONE);
        if (counts.claimed() + counts.deferred() + counts.repeated() > 0) {
            return 0;
        }
        deliveries.freeze(alert, counts).block(TIMEOUT);
        return inSteps(limit -> deliveries.remove(alert, limit));
    }

    private static long inSteps(IntFunction<Mono<Long>> step) {
        var sum = 0L;
        for (var number = 0; number < MOST_STEPS; number++) {
            var done = get(step.apply(STEP));
            sum += done;
            if (done < STEP) {
                return sum;
            }
        }
        return sum;
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }
}
