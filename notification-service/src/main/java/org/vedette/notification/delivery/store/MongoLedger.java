package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.delivery.Delivery;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.Ledger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Ledger} in the collection {@code deliveries}. */
@Component
class MongoLedger implements Ledger {

    static final String COLLECTION = "deliveries";

    private final MongoCollection<Document> collection;

    MongoLedger(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
    }

    @Override
    public Mono<Boolean> open(Delivery delivery) {
        return Mono.from(collection.insertOne(DeliveryMapping.toDocument(delivery)))
                .thenReturn(true)
                .onErrorResume(MongoLedger::isDuplicate, taken -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> claim(Delivery known, Delivery claimed) {
        var row = DeliveryMapping.toDocument(known);
        return replace(
                claimed,
                eq(DeliveryMapping.STATE, row.getString(DeliveryMapping.STATE)),
                eq(DeliveryMapping.AT, row.getDate(DeliveryMapping.AT)),
                eq(DeliveryMapping.ATTEMPTS, known.attempts()));
    }

    @Override
    public Mono<Boolean> settle(Delivery settled, String owner) {
        return replace(settled, isClaimed(), eq(DeliveryMapping.OWNER, owner));
    }

    @Override
    public Mono<Void> renew(Collection<DeliveryId> claimed, String owner, Instant now) {
        var rows = and(
                in(DeliveryMapping.ID, claimed.stream().map(DeliveryId::value).toList()),
                isClaimed(),
                eq(DeliveryMapping.OWNER, owner));
        return Mono.from(collection.updateMany(rows, Updates.set(DeliveryMapping.AT, Date.from(now))))
                .then();
    }

    @Override
    public Flux<Delivery> due(Instant now, int limit) {
        return find(
                and(eq(DeliveryMapping.STATE, DeliveryMapping.DEFERRED), lte(DeliveryMapping.AT, Date.from(now))),
                limit);
    }

    @Override
    public Flux<Delivery> abandoned(Instant silentSince, int limit) {
        return find(and(isClaimed(), lt(DeliveryMapping.AT, Date.from(silentSince))), limit);
    }

    private Mono<Boolean> replace(Delivery next, Bson... guards) {
        var asKnown = and(eq(DeliveryMapping.ID, next.id().value()), and(guards));
        return Mono.from(collection.replaceOne(asKnown, DeliveryMapping.toDocument(next)))
                .map(result -> result.getMatchedCount() == 1);
    }

    private Flux<Delivery> find(Bson filter, int limit) {
        return Flux.from(collection.find(filter).limit(limit)).map(DeliveryMapping::toDelivery);
    }

    private static Bson isClaimed() {
        return eq(DeliveryMapping.STATE, DeliveryMapping.CLAIMED);
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
