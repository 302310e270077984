package org.vedette.gateway.resilience;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Health of the services as the gateway sees it: DEGRADED while a circuit is not closed. The gateway itself is ready
 * nevertheless, because it serves what the others and the cache have.
 */
@Component
class ServicesHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final CircuitBreakers circuits;

    ServicesHealthIndicator(CircuitBreakers circuits) {
        this.circuits = circuits;
    }

    @Override
    public Health health() {
        var closed = circuits.all().stream().allMatch(ServiceCircuit::isClosed);
        var health = closed ? Health.up() : Health.status(DEGRADED);
        circuits.all().forEach(circuit -> health.withDetail(circuit.service(), circuit.state()));
        return health.build();
    }
}
