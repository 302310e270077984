package org.vedette.notification.alerts;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Counts the deliveries of alerts by state. */
public interface DeliveryCounter {

    /** The counts by alert; an alert without deliveries may be missing. */
    Mono<Map<AlertId, DeliveryCounts>> count(Collection<AlertId> alerts);
}
