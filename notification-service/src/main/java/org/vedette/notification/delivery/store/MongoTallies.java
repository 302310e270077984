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
import org.vedette.notification.alerts.Tallies;
import org.vedette.notification.alerts.Tally;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Tallies}, counted by the store. */
@Component
class MongoTallies implements Tallies {

    private static final String COUNT = "count";

    private final MongoCollection<Document> collection;

    MongoTallies(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
    }

    @Override
    public Mono<Map<AlertId, Tally>> of(Collection<AlertId> alerts) {
        var ids = alerts.stream().map(AlertId::value).toList();
        var alertAndState = new Document(DeliveryMapping.ALERT, "$" + DeliveryMapping.ALERT)
                .append(DeliveryMapping.STATE, "$" + DeliveryMapping.STATE);
        return Flux.from(collection.aggregate(List.of(
                        Aggregates.match(Filters.in(DeliveryMapping.ALERT, ids)),
                        Aggregates.group(alertAndState, Accumulators.sum(COUNT, 1L)))))
                .collect(HashMap<AlertId, Map<String, Long>>::new, MongoTallies::collect)
                .map(MongoTallies::tallies);
    }

    private static void collect(Map<AlertId, Map<String, Long>> counts, Document row) {
        var key = row.get(DeliveryMapping.ID, Document.class);
        counts.computeIfAbsent(new AlertId(key.getString(DeliveryMapping.ALERT)), alert -> new HashMap<>())
                .put(
                        key.getString(DeliveryMapping.STATE),
                        row.get(COUNT, Number.class).longValue());
    }

    private static Map<AlertId, Tally> tallies(Map<AlertId, Map<String, Long>> counts) {
        var tallies = new HashMap<AlertId, Tally>();
        counts.forEach((alert, states) -> tallies.put(alert, tally(states)));
        return tallies;
    }

    private static Tally tally(Map<String, Long> states) {
        return new Tally(
                states.getOrDefault(DeliveryMapping.SENT, 0L),
                states.getOrDefault(DeliveryMapping.DEFERRED, 0L),
                states.getOrDefault(DeliveryMapping.BOUNCED, 0L),
                states.getOrDefault(DeliveryMapping.SUPPRESSED, 0L),
                states.getOrDefault(DeliveryMapping.UNCERTAIN, 0L),
                states.getOrDefault(DeliveryMapping.CLAIMED, 0L));
    }
}
