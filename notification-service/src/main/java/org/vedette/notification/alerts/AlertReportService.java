package org.vedette.notification.alerts;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells editors how far alerts have come. */
public final class AlertReportService {

    private final Alerts alerts;
    private final Tallies tallies;

    public AlertReportService(Alerts alerts, Tallies tallies) {
        this.alerts = alerts;
        this.tallies = tallies;
    }

    /** The report on one alert; empty when there is none. */
    public Mono<AlertReport> of(AlertId id) {
        return alerts.with(id).flatMapMany(alert -> reports(List.of(alert))).next();
    }

    /** Reports on the newest alerts, newest first. */
    public Flux<AlertReport> newest(int limit) {
        return alerts.newest(limit).collectList().flatMapMany(this::reports);
    }

    private Flux<AlertReport> reports(List<Alert> found) {
        return tallies.of(found.stream().map(Alert::id).toList())
                .flatMapIterable(tally -> found.stream()
                        .map(alert -> new AlertReport(alert, tally.getOrDefault(alert.id(), Tally.NONE)))
                        .toList());
    }
}
