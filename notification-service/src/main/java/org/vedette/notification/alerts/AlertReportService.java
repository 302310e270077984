package org.vedette.notification.alerts;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports to editors how far the deliveries of alerts are. */
public final class AlertReportService {

    private final Alerts alerts;
    private final DeliveryCounter deliveryCounter;

    public AlertReportService(Alerts alerts, DeliveryCounter deliveryCounter) {
        this.alerts = alerts;
        this.deliveryCounter = deliveryCounter;
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
        return deliveryCounter
                .count(found.stream().map(Alert::id).toList())
                .flatMapIterable(counts -> found.stream()
                        .map(alert -> new AlertReport(alert, counts.getOrDefault(alert.id(), DeliveryCounts.NONE)))
                        .toList());
    }
}
