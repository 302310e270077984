package org.vedette.starter.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the topics with their contract, at the start and then daily, and logs each violation with what mends it. The first check alone
 * may keep the service from being ready, so that a rollout stops; a later one would end all instances at once.
 */
final class ContractCheck {

    private static final Logger log = LoggerFactory.getLogger(ContractCheck.class);

    private final Supplier<List<Violation>> topics;
    private final boolean acceptsUnsafe;
    private final Duration interval;
    private final InstantSource clock;
    private volatile State state = new State(List.of(), false, Instant.MIN);

    /**
     * What the last check found.
     *
     * @param unready whether the first check found events in danger, and none since found them safe
     * @param next when the next check is due
     */
    private record State(List<Violation> violations, boolean unready, Instant next) {}

    /**
     * A check that has found nothing yet.
     *
     * @param topics reads the violations; fails while the broker cannot be reached
     * @param acceptsUnsafe whether the service is ready although acknowledged events may be deleted
     * @param interval pause between two checks
     */
    ContractCheck(Supplier<List<Violation>> topics, boolean acceptsUnsafe, Duration interval, InstantSource clock) {
        this.topics = topics;
        this.acceptsUnsafe = acceptsUnsafe;
        this.interval = interval;
        this.clock = clock;
    }

    /** Checks when it is time; while the service is not ready, each time. */
    void run() {
        var before = state;
        var now = clock.instant();
        if (before.unready() || !now.isBefore(before.next())) {
            check(before, now);
        }
    }

    private void check(State before, Instant now) {
        var found = List.copyOf(topics.get());
        var isFirst = before.next().equals(Instant.MIN);
        var unready = !acceptsUnsafe
                && (isFirst || before.unready())
                && found.stream().anyMatch(Violation::isUnsafe);
        if (!found.equals(before.violations()) || !before.unready()) {
            report(before, found);
        }
        if (unready && isFirst) {
            log.error("Not ready: events that were acknowledged may be deleted."
                    + " VEDETTE_TOPICS_ACCEPTUNSAFE=true makes this service ready nevertheless");
        }
        state = new State(found, unready, now.plus(interval));
    }

    private static void report(State before, List<Violation> found) {
        found.forEach(violation ->
                log.warn("Topic {} {}. To mend it: {}", violation.topic(), violation.problem(), violation.remedy()));
        if (found.isEmpty() && !before.violations().isEmpty()) {
            log.info("All topics are as they should be again");
        }
    }

    List<Violation> violations() {
        return state.violations();
    }

    /** Whether the service must not be ready. */
    boolean isUnready() {
        return state.unready();
    }
}
