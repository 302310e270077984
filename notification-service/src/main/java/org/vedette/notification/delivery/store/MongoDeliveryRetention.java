package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.Projections;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.retention.DeliveryRetention;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DeliveryRetention} in the collection {@code deliveries}. */
@Component
class MongoDeliveryRetention implements DeliveryRetention {

    private final MongoCollection<Document> collection;
    private final DeliveryTotals totals;

    MongoDeliveryRetention(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
        this.totals = new DeliveryTotals(client, properties);
    }

    @Override
    public Mono<AlertId> next(Instant before, Set<AlertId> except) {
        var ids = except.stream().map(AlertId::value).toList();
        var old = and(
                ne(DeliveryDocuments.ALERT, null),
                nin(DeliveryDocuments.ALERT, ids),
                lt(DeliveryDocuments.OPENED_AT, Date.from(before)));
        return Mono.from(collection.find(old).first())
                .map(row -> new AlertId(row.getString(DeliveryDocuments.ALERT)))
                .flatMap(found -> hasRowSince(found, before)
                        .flatMap(isYoung -> isYoung ? next(before, with(except, found)) : Mono.just(found)));
    }

    /** Some were sent again later. */
    private Mono<Boolean> hasRowSince(AlertId alert, Instant time) {
        return Mono.from(collection
                        .find(and(
                                eq(DeliveryDocuments.ALERT, alert.value()),
                                gte(DeliveryDocuments.OPENED_AT, Date.from(time))))
                        .first())
                .hasElement();
    }

    private static Set<AlertId> with(Set<AlertId> some, AlertId another) {
        var all = new HashSet<>(some);
        all.add(another);
        return all;
    }

    @Override
    public Mono<Void> freeze(AlertId alert, DeliveryCounts counts) {
        return totals.keep(alert, counts);
    }

    @Override
    public Mono<Long> remove(AlertId alert, int limit) {
        return remove(eq(DeliveryDocuments.ALERT, alert.value()), limit);
    }

    @Override
    public Mono<Long> removeOthers(Instant before, int limit) {
        return remove(
                and(
                        eq(DeliveryDocuments.ALERT, null),
                        nin(
                                DeliveryDocuments.STATE,
                                DeliveryDocuments.DEFERRED,
                                DeliveryDocuments.REPEATED,
                                DeliveryDocuments.CLAIMED),
                        lt(DeliveryDocuments.OPENED_AT, Date.from(before))),
                limit);
    }

    private Mono<Long> remove(Bson rows, int limit) {
        return Flux.from(collection
                        .find(rows)
                        .projection(Projections.include(DeliveryDocuments.ID))
                        .limit(limit))
                .map(row -> row.getString(DeliveryDocuments.ID))
                .collectList()
                .flatMap(ids -> ids.isEmpty()
                        ? Mono.just(0L)
                        : Mono.from(collection.deleteMany(in(DeliveryDocuments.ID, ids)))
                                .map(DeleteResult::getDeletedCount));
    }
}
