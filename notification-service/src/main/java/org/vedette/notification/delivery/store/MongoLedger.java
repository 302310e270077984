package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.Delivery;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState;
import org.vedette.notification.delivery.Ledger;
import org.vedette.notification.delivery.Ledger.Selection;
import org.vedette.notification.store.Coalescer;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.starter.failures.UnreadableDocumentException;
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

    private static final int LARGEST_WRITE = 200;

    /** Longer than the timeouts of the store. */
    private static final Duration WRITE_TIMEOUT = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(MongoLedger.class);

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;
    private final DeliveryTotals totals;
    private final Coalescer<Delivery, Boolean> openings = new Coalescer<>(this::openAll, LARGEST_WRITE, WRITE_TIMEOUT);
    private final Coalescer<Settlement, Boolean> settlements =
            new Coalescer<>(this::settleAll, LARGEST_WRITE, WRITE_TIMEOUT);

    MongoLedger(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
        this.totals = new DeliveryTotals(client, properties);
    }

    @Override
    public Mono<Boolean> open(Delivery delivery) {
        return openings.request(delivery);
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
        return settlements.request(new Settlement(settled, owner));
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
    public Flux<Delivery> due(Instant now, Selection selection, int limit) {
        return find(
                and(
                        selected(selection),
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
                                in(DeliveryDocuments.BOUNCE, DeliveryState.Bounced.Kind.HARD.name(), null),
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
    public Mono<Boolean> hasRemoved(AlertId alert) {
        return totals.of(List.of(alert)).map(kept -> !kept.isEmpty());
    }

    @Override
    public Flux<Delivery> expired(Instant renewedBefore, Selection selection, int limit) {
        var renewed = lt(DeliveryDocuments.AT, Date.from(renewedBefore));
        return find(and(selected(selection), isClaimed(), renewed), limit);
    }

    /** Mails about subscriptions have no alert. */
    private static Bson selected(Selection selection) {
        if (!selection.aboutPosts()) {
            return eq(DeliveryDocuments.ALERT, null);
        }
        return selection.except().isEmpty()
                ? Filters.empty()
                : nin(
                        DeliveryDocuments.ALERT,
                        selection.except().stream().map(AlertId::value).toList());
    }

    private Mono<List<Boolean>> openAll(List<Delivery> deliveries) {
        var rows = deliveries.stream().map(DeliveryDocuments::toDocument).toList();
        return Mono.from(collection.insertMany(rows, new InsertManyOptions().ordered(false)))
                .thenReturn(Collections.nCopies(rows.size(), true))
                .onErrorResume(MongoBulkWriteException.class, refused -> opened(rows.size(), refused));
    }

    /** The counts of a bulk write that was refused in part are not the same on all stores; the indexes are. */
    private static Mono<List<Boolean>> opened(int size, MongoBulkWriteException refused) {
        var errors = refused.getWriteErrors();
        if (refused.getWriteConcernError() != null
                || !errors.stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
            return Mono.error(refused);
        }
        var existing = errors.stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        return Mono.just(IntStream.range(0, size)
                .mapToObj(index -> !existing.contains(index))
                .toList());
    }

    private Mono<List<Boolean>> settleAll(List<Settlement> batch) {
        var writes = batch.stream()
                .map(settlement -> new UpdateOneModel<Document>(
                        settlement.heldRow(), DeliveryDocuments.toUpdate(settlement.settled())))
                .toList();
        return Mono.from(collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .flatMap(result -> result.getMatchedCount() == batch.size()
                        ? Mono.just(Collections.nCopies(batch.size(), true))
                        : Flux.fromIterable(batch).concatMap(this::settleOne).collectList());
    }

    private Mono<Boolean> settleOne(Settlement settlement) {
        var change = DeliveryDocuments.toUpdate(settlement.settled());
        return Mono.from(collection.updateOne(settlement.heldRow(), change))
                .flatMap(result -> result.getMatchedCount() == 1 ? Mono.just(true) : isStored(settlement.settled()));
    }

    /** The result of an attempt, which is stored while the owner holds the claim. */
    private record Settlement(Delivery settled, String owner) {

        Bson heldRow() {
            return and(eq(DeliveryDocuments.ID, settled.id().value()), isClaimed(), eq(DeliveryDocuments.OWNER, owner));
        }
    }

    private Mono<Long> update(Bson rows, Bson change) {
        return Mono.from(collection.updateMany(rows, change)).map(UpdateResult::getModifiedCount);
    }

    private Mono<Boolean> replace(Delivery next, Bson... guards) {
        var asKnown = and(eq(DeliveryDocuments.ID, next.id().value()), and(guards));
        return Mono.from(collection.updateOne(asKnown, DeliveryDocuments.toUpdate(next)))
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
