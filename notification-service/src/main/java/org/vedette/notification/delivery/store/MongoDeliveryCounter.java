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
import java.util.stream.Collectors;
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
    private final DeliveryTotals totals;

    MongoDeliveryCounter(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
        this.totals = new DeliveryTotals(client, properties);
    }

    /** The numbers that are kept take the place of what is left of their rows. */
    @Override
    public Mono<Map<AlertId, DeliveryCounts>> count(Collection<AlertId> alerts) {
        return Mono.zip(countRows(alerts), totals.of(alerts), (rows, kept) -> {
            var all = new HashMap<>(rows);
            all.putAll(kept);
            return all;
        });
    }

    private Mono<Map<AlertId, DeliveryCounts>> countRows(Collection<AlertId> alerts) {
        var ids = alerts.stream().map(AlertId::value).toList();
        var alertAndState = new Document(DeliveryDocuments.ALERT, "$" + DeliveryDocuments.ALERT)
                .append(DeliveryDocuments.STATE, "$" + DeliveryDocuments.STATE);
        return Flux.from(collection.aggregate(List.of(
                        Aggregates.match(Filters.in(DeliveryDocuments.ALERT, ids)),
                        Aggregates.group(
                                alertAndState,
                                Accumulators.sum(COUNT, 1L),
                                Accumulators.sum(DeliveryDocuments.ATTEMPTS, "$" + DeliveryDocuments.ATTEMPTS),
                                Accumulators.sum(
                                        DeliveryDocuments.POSSIBLE_DOUBLES,
                                        "$" + DeliveryDocuments.POSSIBLE_DOUBLES)))))
                .collectMultimap(MongoDeliveryCounter::alert)
                .map(MongoDeliveryCounter::countsByAlert);
    }

    private static AlertId alert(Document group) {
        return new AlertId(group.get(DeliveryDocuments.ID, Document.class).getString(DeliveryDocuments.ALERT));
    }

    private static Map<AlertId, DeliveryCounts> countsByAlert(Map<AlertId, Collection<Document>> groups) {
        return groups.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, groupsOfAlert -> counts(groupsOfAlert.getValue())));
    }

    private static DeliveryCounts counts(Collection<Document> groups) {
        return new DeliveryCounts(
                count(groups, DeliveryDocuments.SENT),
                count(groups, DeliveryDocuments.DEFERRED),
                count(groups, DeliveryDocuments.BOUNCED),
                count(groups, DeliveryDocuments.SUPPRESSED),
                count(groups, DeliveryDocuments.UNCERTAIN),
                count(groups, DeliveryDocuments.REPEATED),
                count(groups, DeliveryDocuments.ABANDONED),
                count(groups, DeliveryDocuments.CLAIMED),
                sum(groups, DeliveryDocuments.ATTEMPTS),
                sum(groups, DeliveryDocuments.POSSIBLE_DOUBLES));
    }

    private static long count(Collection<Document> groups, String state) {
        return sum(
                groups.stream()
                        .filter(group -> state.equals(
                                group.get(DeliveryDocuments.ID, Document.class).getString(DeliveryDocuments.STATE)))
                        .toList(),
                COUNT);
    }

    private static long sum(Collection<Document> groups, String field) {
        return groups.stream()
                .mapToLong(group -> group.get(field, Number.class).longValue())
                .sum();
    }
}
