package org.vedette.starter.contract;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Health of the topics, part of readiness: DEGRADED while one is not as it should be, OUT_OF_SERVICE while events are in danger. */
final class ContractHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final ContractCheck check;

    ContractHealthIndicator(ContractCheck check) {
        this.check = check;
    }

    @Override
    public Health health() {
        var violations = check.violations();
        if (violations.isEmpty()) {
            return Health.up().build();
        }
        return Health.status(check.isUnready() ? Status.OUT_OF_SERVICE : DEGRADED)
                .withDetail(
                        "violations",
                        violations.stream()
                                .map(violation -> violation.topic() + " " + violation.problem())
                                .toList())
                .build();
    }
}
