package org.vedette.starter.contract;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the topics against their contract, at the start and then daily, and says each violation with what mends it. */
final class ContractCheck {

    private static final Logger log = LoggerFactory.getLogger(ContractCheck.class);

    private final Supplier<List<Violation>> topics;
    private final boolean acceptsUnsafe;
    private volatile List<Violation> violations = List.of();

    /**
     * A check that has found nothing yet.
     *
     * @param topics reads the violations; fails while the broker cannot be reached
     * @param acceptsUnsafe whether the service is ready although acknowledged events may be deleted
     */
    ContractCheck(Supplier<List<Violation>> topics, boolean acceptsUnsafe) {
        this.topics = topics;
        this.acceptsUnsafe = acceptsUnsafe;
    }

    void run() {
        var found = topics.get();
        found.forEach(violation ->
                log.warn("Topic {} {}. To mend it: {}", violation.topic(), violation.problem(), violation.remedy()));
        if (found.isEmpty() && !violations.isEmpty()) {
            log.info("All topics are as they should be again");
        }
        if (isUnready(found)) {
            log.error("Not ready: events that were acknowledged may be deleted."
                    + " VEDETTE_TOPICS_ACCEPTUNSAFE=true makes this service ready nevertheless");
        }
        violations = List.copyOf(found);
    }

    List<Violation> violations() {
        return violations;
    }

    /** Whether what was acknowledged is in danger, and nobody has accepted that. */
    boolean isUnready() {
        return isUnready(violations);
    }

    private boolean isUnready(List<Violation> found) {
        return !acceptsUnsafe && found.stream().anyMatch(Violation::isUnsafe);
    }
}
