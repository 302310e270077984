package org.vedette.starter.outages;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Health of a server that the service can do without for a while: DEGRADED while it does not answer. */
public final class ServerHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final ServerWatch watch;

    public ServerHealthIndicator(ServerWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        var reason = watch.reason();
        return reason == null
                ? Health.up().build()
                : Health.status(DEGRADED)
                        .withDetail("unavailableSeconds", watch.unavailableFor().toSeconds())
                        .withDetail("reason", reason)
                        .build();
    }
}
