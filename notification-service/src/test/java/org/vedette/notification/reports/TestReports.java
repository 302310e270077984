package org.vedette.notification.reports;

import java.util.Map;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.controls.InMemoryControls;
import org.vedette.notification.digests.InMemoryDigestRuns;
import reactor.core.publisher.Mono;

/** Reports for tests. */
public final class TestReports {

    private TestReports() {}

    /** Reports on nothing. */
    public static ProgressService none() {
        return new ProgressService(
                new InMemoryAlerts(), new InMemoryDigestRuns(), alerts -> Mono.just(Map.of()), new InMemoryControls());
    }
}
