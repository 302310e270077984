package org.vedette.notification.webhooks.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.webhooks.ReceiverHealth;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.WebhookSettings;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.notification.webhooks.Webhooks;
import org.vedette.notification.webhooks.signing.SigningSecrets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Webhooks} in the collection {@code webhooks}. */
@Component
class MongoWebhooks implements Webhooks {

    static final String COLLECTION = "webhooks";

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> deliveries;
    private final DocumentReader reader;
    private final WebhookDocuments documents;

    MongoWebhooks(
            MongoClient client, DocumentReader reader, NotificationServiceProperties properties, SecretCipher cipher) {
        var database = client.getDatabase(properties.database());
        this.collection = database.getCollection(COLLECTION);
        this.deliveries = database.getCollection(MongoDeliveryLedger.COLLECTION);
        this.reader = reader;
        this.documents = new WebhookDocuments(cipher);
    }

    @Override
    public Mono<Void> add(Webhook webhook) {
        return Mono.from(collection.insertOne(documents.toDocument(webhook))).then();
    }

    @Override
    public Mono<Webhook> with(WebhookId id) {
        return Mono.from(collection.find(is(id)).first())
                .map(document -> reader.read(COLLECTION, document, documents::toWebhook));
    }

    @Override
    public Flux<Webhook> enabled() {
        return Flux.from(collection.find(eq(WebhookDocuments.ENABLED, true)))
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, documents::toWebhook));
    }

    @Override
    public Flux<Webhook> newest(@Nullable WebhookId before, int limit) {
        var found = before == null ? collection.find() : collection.find(lt(WebhookDocuments.ID, before.value()));
        return Flux.from(found.sort(Sorts.descending(WebhookDocuments.ID)).limit(limit))
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, documents::toWebhook));
    }

    @Override
    public Mono<Long> count() {
        return Mono.from(collection.countDocuments());
    }

    @Override
    public Mono<Boolean> change(WebhookId id, WebhookSettings settings) {
        return update(is(id), setAll(documents.settings(id, settings)));
    }

    @Override
    public Mono<Boolean> change(WebhookId id, SigningSecrets secrets) {
        return update(is(id), setAll(documents.secrets(id, secrets)));
    }

    @Override
    public Mono<Boolean> enable(WebhookId id, Instant now) {
        var due = setAll(new Document(MongoDeliveryLedger.AT, Date.from(now)));
        return Mono.from(deliveries.updateMany(eq(MongoDeliveryLedger.QUEUE, id.value()), due))
                .then(update(
                        is(id),
                        combine(
                                set(WebhookDocuments.ENABLED, true),
                                set(WebhookDocuments.NOTICE_DUE, false),
                                setAll(WebhookDocuments.health(ReceiverHealth.UNTRIED)),
                                set(WebhookDocuments.NEXT_DUE, Date.from(now)),
                                inc(WebhookDocuments.WAKES, 1L))));
    }

    @Override
    public Mono<Boolean> disable(WebhookId id, WebhookStatus.Disabled status, boolean notify) {
        return update(
                and(is(id), eq(WebhookDocuments.ENABLED, true)),
                combine(
                        set(WebhookDocuments.ENABLED, false),
                        set(WebhookDocuments.REASON, status.reason()),
                        set(WebhookDocuments.DISABLED_AT, Date.from(status.at())),
                        set(WebhookDocuments.NOTICE_DUE, notify),
                        set(WebhookDocuments.NOTICE_CLAIMED_UNTIL, Date.from(Instant.EPOCH))));
    }

    @Override
    public Mono<Boolean> remove(WebhookId id) {
        return Mono.from(collection.deleteOne(is(id)))
                .map(result -> result.getDeletedCount() == 1)
                .delayUntil(removed -> deliveries.deleteMany(eq(MongoDeliveryLedger.WEBHOOK, id.value())));
    }

    private Mono<Boolean> update(Bson filter, Bson change) {
        return Mono.from(collection.updateOne(filter, change))
                .map(UpdateResult::getMatchedCount)
                .map(matched -> matched == 1);
    }

    private static Bson is(WebhookId id) {
        return eq(WebhookDocuments.ID, id.value());
    }

    static Bson setAll(Document fields) {
        return new Document("$set", fields);
    }
}
