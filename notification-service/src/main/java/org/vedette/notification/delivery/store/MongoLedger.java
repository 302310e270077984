package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.Delivery;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.Ledger;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.starter.failures.UnreadableDocumentException;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link Ledger} in the collection {@code deliveries}.
 *
 * <p>A row that cannot be read is suppressed when it is found, so that it does not come back with every sweep and still
 * counts among the deliveries of its alert.
 */
@Component
class MongoLedger implements Ledger {

    static final String COLLECTION = "deliveries";

    private static final Logger log = LoggerFactory.getLogger(MongoLedger.class);

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoLedger(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<Boolean> open(Delivery delivery) {
        return Mono.from(collection.insertOne(DeliveryDocuments.toDocument(delivery)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, exists -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> claim(Delivery known, Delivery claimed) {
        var row = DeliveryDocuments.toDocument(known);
        return replace(
                claimed,
                eq(DeliveryDocuments.STATE, row.getString(DeliveryDocuments.STATE)),
                eq(DeliveryDocuments.AT, row.getDate(DeliveryDocuments.AT)),
                eq(DeliveryDocuments.ATTEMPTS, known.attempts()));
    }

    @Override
    public Mono<Boolean> settle(Delivery settled, String owner) {
        return replace(settled, isClaimed(), eq(DeliveryDocuments.OWNER, owner))
                .flatMap(stored -> stored ? Mono.just(true) : isStored(settled));
    }

    @Override
    public Flux<DeliveryId> renew(Collection<DeliveryId> claimed, String owner, Instant now) {
        var ids = claimed.stream().collect(Collectors.toMap(DeliveryId::value, Function.identity()));
        var held = and(in(DeliveryDocuments.ID, ids.keySet()), isClaimed(), eq(DeliveryDocuments.OWNER, owner));
        return Mono.from(collection.updateMany(held, set(DeliveryDocuments.AT, Date.from(now))))
                .flatMapMany(result -> result.getMatchedCount() == ids.size()
                        ? Flux.fromIterable(claimed)
                        : Flux.from(collection.find(held)).map(row -> ids.get(row.getString(DeliveryDocuments.ID))));
    }

    @Override
    public Flux<Delivery> due(Instant now, int limit) {
        return find(
                and(
                        in(DeliveryDocuments.STATE, DeliveryDocuments.DEFERRED, DeliveryDocuments.REPEATED),
                        lte(DeliveryDocuments.AT, Date.from(now))),
                limit);
    }

    @Override
    public Mono<Long> hasten(Instant now) {
        return update(
                and(
                        eq(DeliveryDocuments.STATE, DeliveryDocuments.DEFERRED),
                        eq(DeliveryDocuments.OF_THE_SERVER, true),
                        gt(DeliveryDocuments.AT, Date.from(now))),
                set(DeliveryDocuments.AT, Date.from(now)));
    }

    @Override
    public Mono<Boolean> hasBounced(SubscriberId subscriber, Instant before) {
        return Mono.from(collection
                        .find(and(
                                eq(DeliveryDocuments.SUBSCRIBER, subscriber.value()),
                                eq(DeliveryDocuments.STATE, DeliveryDocuments.BOUNCED),
                                lt(DeliveryDocuments.AT, Date.from(before))))
                        .first())
                .hasElement();
    }

    @Override
    public Mono<Long> resolveUncertain(AlertId alert, boolean again, Instant now) {
        var state = again ? DeliveryDocuments.REPEATED : DeliveryDocuments.SENT;
        return update(
                and(
                        eq(DeliveryDocuments.ALERT, alert.value()),
                        eq(DeliveryDocuments.STATE, DeliveryDocuments.UNCERTAIN)),
                combine(set(DeliveryDocuments.STATE, state), set(DeliveryDocuments.AT, Date.from(now))));
    }

    @Override
    public Flux<Delivery> expired(Instant renewedBefore, int limit) {
        return find(and(isClaimed(), lt(DeliveryDocuments.AT, Date.from(renewedBefore))), limit);
    }

    private Mono<Long> update(Bson rows, Bson change) {
        return Mono.from(collection.updateMany(rows, change)).map(UpdateResult::getModifiedCount);
    }

    private Mono<Boolean> replace(Delivery next, Bson... guards) {
        var asKnown = and(eq(DeliveryDocuments.ID, next.id().value()), and(guards));
        return Mono.from(collection.replaceOne(asKnown, DeliveryDocuments.toDocument(next)))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** The response to an earlier attempt to store it may have been lost. */
    private Mono<Boolean> isStored(Delivery settled) {
        return Mono.from(collection.find(DeliveryDocuments.toDocument(settled)).first())
                .hasElement();
    }

    private Flux<Delivery> find(Bson filter, int limit) {
        return Flux.from(collection.find(filter).limit(limit)).concatMap(this::readOrSuppress);
    }

    private Mono<Delivery> readOrSuppress(Document row) {
        try {
            return Mono.just(reader.read(COLLECTION, row, DeliveryDocuments::toDelivery));
        } catch (UnreadableDocumentException unreadable) {
            log.error("Suppressing a delivery: {}", unreadable.getMessage());
            return suppress(row).then(Mono.empty());
        }
    }

    private Mono<Void> suppress(Document row) {
        var unchanged = and(
                eq(DeliveryDocuments.ID, row.get(DeliveryDocuments.ID)),
                eq(DeliveryDocuments.STATE, row.getString(DeliveryDocuments.STATE)));
        var suppressed = combine(
                set(DeliveryDocuments.STATE, DeliveryDocuments.SUPPRESSED),
                set(DeliveryDocuments.REPLY, "this row could not be read"));
        return Mono.from(collection.updateOne(unchanged, suppressed)).then();
    }

    private static Bson isClaimed() {
        return eq(DeliveryDocuments.STATE, DeliveryDocuments.CLAIMED);
    }
}
