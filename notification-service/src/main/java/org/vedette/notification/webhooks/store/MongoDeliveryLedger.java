package org.vedette.notification.webhooks.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.delivery.Attempt;
import org.vedette.notification.webhooks.delivery.DeliveryLedger;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import org.vedette.notification.webhooks.delivery.WebhookDelivery.Status;
import org.vedette.notification.webhooks.events.WebhookEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DeliveryLedger} in the collection {@code webhookDeliveries}. A row that waits is in the queue of its webhook. */
@Component
class MongoDeliveryLedger implements DeliveryLedger {

    static final String COLLECTION = "webhookDeliveries";

    static final String ID = "_id";
    static final String WEBHOOK = "webhook";
    static final String QUEUE = "queue";
    static final String STATUS = "status";
    static final String OPENED_AT = "openedAt";
    static final String AT = "at";
    static final String ATTEMPTS = "attempts";
    static final String ORDER = "order";
    static final String LAST = "last";
    static final String HISTORY = "history";

    private static final List<String> SETTLED =
            List.of(Status.DELIVERED.word(), Status.FAILED.word(), Status.SKIPPED.word());

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> webhooks;
    private final DocumentReader reader;

    MongoDeliveryLedger(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        var database = client.getDatabase(properties.database());
        this.collection = database.getCollection(COLLECTION);
        this.webhooks = database.getCollection(MongoWebhooks.COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<Void> enter(WebhookEvent event, Collection<WebhookId> receivers, Instant now) {
        var rows = receivers.stream()
                .map(webhook -> DeliveryRows.row(event, webhook, now))
                .toList();
        var ids = receivers.stream().map(WebhookId::value).toList();
        return Mono.from(collection.insertMany(rows, new InsertManyOptions().ordered(false)))
                .then()
                .onErrorResume(MongoDeliveryLedger::areStored, stored -> Mono.empty())
                .then(Mono.defer(() -> wake(ids, now)));
    }

    private static boolean areStored(Throwable failure) {
        return failure instanceof MongoBulkWriteException refused
                && refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private Mono<Void> wake(List<UUID> ids, Instant now) {
        var announced = combine(set(WebhookDocuments.NEXT_DUE, Date.from(now)), inc(WebhookDocuments.WAKES, 1L));
        return Mono.from(webhooks.updateMany(in(WebhookDocuments.ID, ids), announced))
                .then();
    }

    @Override
    public Flux<WebhookDelivery> waiting(WebhookId webhook, int limit) {
        return read(collection
                .find(eq(QUEUE, webhook.value()))
                .projection(Projections.exclude(HISTORY))
                .sort(Sorts.ascending(OPENED_AT, "revision"))
                .limit(limit));
    }

    @Override
    public Mono<Boolean> store(WebhookDelivery known, WebhookDelivery next) {
        var unchanged = and(
                eq(ID, known.id()),
                eq(STATUS, Status.WAITING.word()),
                eq(OPENED_AT, Date.from(known.openedAt())),
                eq(ATTEMPTS, known.attempts()));
        return Mono.from(collection.updateOne(unchanged, change(known, next)))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Document change(WebhookDelivery known, WebhookDelivery next) {
        var last = DeliveryRows.attempt(next.last());
        var change = new Document(
                "$set",
                new Document(STATUS, next.status().word())
                        .append(AT, Date.from(next.nextAttempt()))
                        .append(ATTEMPTS, next.attempts())
                        .append(LAST, last));
        if (next.attempts() > known.attempts()) {
            change.append("$push", new Document(HISTORY, last));
        }
        return next.status() == Status.WAITING ? change : change.append("$unset", new Document(QUEUE, ""));
    }

    @Override
    public Mono<Void> hasten(WebhookId webhook, Instant now) {
        return Mono.from(collection.updateMany(eq(QUEUE, webhook.value()), set(AT, Date.from(now))))
                .then();
    }

    @Override
    public Mono<WebhookDelivery> with(String id) {
        return Mono.from(collection.find(eq(ID, id)).first())
                .map(row -> reader.read(COLLECTION, row, DeliveryRows::delivery));
    }

    @Override
    public Mono<List<Attempt>> attempts(String id) {
        return Mono.from(collection.find(eq(ID, id)).first())
                .map(row -> row.getList(HISTORY, Document.class).stream()
                        .map(DeliveryRows::attempt)
                        .toList());
    }

    @Override
    public Flux<WebhookDelivery> newest(
            WebhookId webhook, @Nullable Status status, @Nullable String before, int limit) {
        var filter = status == null
                ? eq(WEBHOOK, webhook.value())
                : and(eq(WEBHOOK, webhook.value()), eq(STATUS, status.word()));
        return page(filter, before)
                .flatMapMany(page -> read(collection
                        .find(page)
                        .projection(Projections.exclude(HISTORY))
                        .sort(Sorts.descending(ORDER))
                        .limit(limit)));
    }

    private Mono<Bson> page(Bson filter, @Nullable String before) {
        return before == null
                ? Mono.just(filter)
                : Mono.from(collection.find(eq(ID, before)).projection(Projections.include(ORDER)))
                        .map(row -> and(filter, lt(ORDER, row.getString(ORDER))));
    }

    @Override
    public Mono<Boolean> replay(String id, Instant now) {
        return Mono.from(collection.find(and(eq(ID, id), in(STATUS, SETTLED))).projection(Projections.include(WEBHOOK)))
                .map(row -> row.get(WEBHOOK, UUID.class))
                .flatMap(webhook -> reopen(and(eq(ID, id), in(STATUS, SETTLED)), webhook, now))
                .map(count -> count == 1)
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Long> replayFailed(WebhookId webhook, Instant since, Instant now) {
        var failed = and(eq(WEBHOOK, webhook.value()), eq(STATUS, Status.FAILED.word()), gte(AT, Date.from(since)));
        return reopen(failed, webhook.value(), now);
    }

    private Mono<Long> reopen(Bson rows, UUID webhook, Instant now) {
        var opened = new Document(STATUS, Status.WAITING.word())
                .append(QUEUE, webhook)
                .append(OPENED_AT, Date.from(now))
                .append(AT, Date.from(now))
                .append(ATTEMPTS, 0);
        return Mono.from(collection.updateMany(rows, MongoWebhooks.setAll(opened)))
                .flatMap(result -> wake(List.of(webhook), now).thenReturn(result.getModifiedCount()));
    }

    @Override
    public Mono<Backlog> backlog() {
        var waiting = eq(STATUS, Status.WAITING.word());
        var oldest = Mono.from(collection
                        .find(waiting)
                        .projection(Projections.include(OPENED_AT))
                        .sort(Sorts.ascending(OPENED_AT))
                        .limit(1))
                .map(row -> Optional.of(row.getDate(OPENED_AT).toInstant()))
                .defaultIfEmpty(Optional.empty());
        return Mono.from(collection.countDocuments(waiting))
                .zipWith(oldest, (count, since) -> new Backlog(count, since.orElse(null)));
    }

    @Override
    public Mono<Long> forgetBefore(Instant time) {
        return Mono.from(collection.deleteMany(and(in(STATUS, SETTLED), lt(OPENED_AT, Date.from(time)))))
                .map(DeleteResult::getDeletedCount);
    }

    private Flux<WebhookDelivery> read(org.reactivestreams.Publisher<Document> rows) {
        return Flux.from(rows).mapNotNull(row -> reader.readOrSkip(COLLECTION, row, DeliveryRows::delivery));
    }
}
