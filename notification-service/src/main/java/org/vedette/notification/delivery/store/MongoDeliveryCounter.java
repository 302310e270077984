package org.vedette.notification.delivery.store;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.DeliveryCounter;
import org.vedette.notification.alerts.DeliveryCounts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DeliveryCounter} by an aggregation over the collection {@code deliveries}. */
@Component
class MongoDeliveryCounter implements DeliveryCounter {

    private static final String COUNT = "count";

    private final MongoCollection<Document> collection;

    MongoDeliveryCounter(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
    }

    @Override
    public Mono<Map<AlertId, DeliveryCounts>> count(Collection<AlertId> alerts) {
        var ids = alerts.stream().map(AlertId::value).toList();
        var alertAndState = new Document(DeliveryDocuments.ALERT, "$" + DeliveryDocuments.ALERT)
                .append(DeliveryDocuments.STATE, "$" + DeliveryDocuments.STATE);
        return Flux.from(collection.aggregate(List.of(
                        Aggregates.match(Filters.in(DeliveryDocuments.ALERT, ids)),
                        Aggregates.group(alertAndState, Accumulators.sum(COUNT, 1L)))))
                .collect(HashMap<AlertId, Map<String, Long>>::new, MongoDeliveryCounter::collect)
                .map(MongoDeliveryCounter::countsByAlert);
    }

    private static void collect(Map<AlertId, Map<String, Long>> countsByState, Document group) {
        var key = group.get(DeliveryDocuments.ID, Document.class);
        countsByState
                .computeIfAbsent(new AlertId(key.getString(DeliveryDocuments.ALERT)), alert -> new HashMap<>())
                .put(
                        key.getString(DeliveryDocuments.STATE),
                        group.get(COUNT, Number.class).longValue());
    }

    private static Map<AlertId, DeliveryCounts> countsByAlert(Map<AlertId, Map<String, Long>> countsByState) {
        var counts = new HashMap<AlertId, DeliveryCounts>();
        countsByState.forEach((alert, byState) -> counts.put(alert, counts(byState)));
        return counts;
    }

    private static DeliveryCounts counts(Map<String, Long> byState) {
        return new DeliveryCounts(
                byState.getOrDefault(DeliveryDocuments.SENT, 0L),
                byState.getOrDefault(DeliveryDocuments.DEFERRED, 0L),
                byState.getOrDefault(DeliveryDocuments.BOUNCED, 0L),
                byState.getOrDefault(DeliveryDocuments.SUPPRESSED, 0L),
                byState.getOrDefault(DeliveryDocuments.UNCERTAIN, 0L),
                byState.getOrDefault(DeliveryDocuments.CLAIMED, 0L));
    }
}
