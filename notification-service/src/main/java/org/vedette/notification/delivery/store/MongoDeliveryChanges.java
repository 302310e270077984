package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Projections;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.control.DeliveryChanges;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DeliveryChanges} in the collection {@code deliveries}. */
@Component
class MongoDeliveryChanges implements DeliveryChanges {

    /** So many rows are changed well within the read timeout. */
    private static final int MOST_AT_ONCE = 5_000;

    /** What began its time anew so recently does not again, so that a restart that failed half-way goes on when it is repeated. */
    private static final Duration ONE_RESTART = Duration.ofMinutes(1);

    private final MongoCollection<Document> collection;

    MongoDeliveryChanges(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
    }

    @Override
    public Mono<Long> cancel(AlertId alert, String reason, Instant now) {
        var deferred = eq(DeliveryDocuments.STATE, DeliveryDocuments.DEFERRED);
        var mayBeOut = gt(DeliveryDocuments.POSSIBLE_DOUBLES, 0);
        var uncertain = or(eq(DeliveryDocuments.STATE, DeliveryDocuments.REPEATED), and(deferred, mayBeOut));
        return update(
                        and(of(alert), deferred, not(mayBeOut)), // Rows of earlier versions have no number.
                        combine(state(DeliveryDocuments.SUPPRESSED, now), set(DeliveryDocuments.REPLY, reason)))
                .zipWith(update(and(of(alert), uncertain), state(DeliveryDocuments.UNCERTAIN, now)), Long::sum);
    }

    @Override
    public Flux<SubscriberId> failed(AlertId alert) {
        return Flux.from(collection
                        .find(and(of(alert), hasFailed()))
                        .projection(Projections.include(DeliveryDocuments.SUBSCRIBER)))
                .map(row -> new SubscriberId(row.get(DeliveryDocuments.SUBSCRIBER, UUID.class)));
    }

    @Override
    public Mono<Long> resend(AlertId alert, Collection<SubscriberId> subscribers, Instant now) {
        var ids = subscribers.stream().map(id -> alert + "." + id).toList();
        return update(
                and(in(DeliveryDocuments.ID, ids), hasFailed()),
                combine(
                        state(DeliveryDocuments.DEFERRED, now),
                        set(DeliveryDocuments.OF_THE_SERVER, false),
                        set(DeliveryDocuments.OPENED_AT, Date.from(now))));
    }

    @Override
    public Mono<Void> restart(@Nullable AlertId alert, Instant now) {
        var waiting = in(DeliveryDocuments.STATE, DeliveryDocuments.DEFERRED, DeliveryDocuments.REPEATED);
        var chosen = alert == null ? ne(DeliveryDocuments.ALERT, null) : of(alert);
        var old = lt(DeliveryDocuments.OPENED_AT, Date.from(now.minus(ONE_RESTART)));
        var rows = and(waiting, chosen, old);
        return Flux.from(collection
                        .find(rows)
                        .projection(Projections.include(DeliveryDocuments.ID))
                        .batchSize(MOST_AT_ONCE))
                .map(row -> row.getString(DeliveryDocuments.ID))
                .buffer(MOST_AT_ONCE)
                .concatMap(
                        ids -> update(
                                and(in(DeliveryDocuments.ID, ids), rows),
                                set(DeliveryDocuments.OPENED_AT, Date.from(now))),
                        1)
                .then();
    }

    private static Bson of(AlertId alert) {
        return eq(DeliveryDocuments.ALERT, alert.value());
    }

    private static Bson hasFailed() {
        return in(DeliveryDocuments.STATE, DeliveryDocuments.BOUNCED, DeliveryDocuments.ABANDONED);
    }

    private static Bson state(String state, Instant now) {
        return combine(set(DeliveryDocuments.STATE, state), set(DeliveryDocuments.AT, Date.from(now)));
    }

    private Mono<Long> update(Bson rows, Bson change) {
        return Mono.from(collection.updateMany(rows, change)).map(UpdateResult::getModifiedCount);
    }
}
