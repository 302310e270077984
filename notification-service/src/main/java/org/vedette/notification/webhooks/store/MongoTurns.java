package org.vedette.notification.webhooks.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
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
import org.vedette.notification.webhooks.administration.DisabledNotices;
import org.vedette.notification.webhooks.delivery.Turn;
import org.vedette.notification.webhooks.delivery.Turns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link Turns} and {@link DisabledNotices} in the documents of webhooks. A turn is a lease: beginning it is one write, which names
 * what it expects, so that one process begins it, whatever others believe.
 */
@Component
class MongoTurns implements Turns, DisabledNotices {

    /** Stands for never: the embedded store compares no date with null. */
    private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private static final Date NOBODY = Date.from(Instant.EPOCH);

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;
    private final WebhookDocuments documents;

    MongoTurns(
            MongoClient client, DocumentReader reader, NotificationServiceProperties properties, SecretCipher cipher) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoWebhooks.COLLECTION);
        this.reader = reader;
        this.documents = new WebhookDocuments(cipher);
    }

    @Override
    public Flux<Due> due(Instant now, int limit) {
        return Flux.from(collection
                        .find(isDue(now))
                        .projection(Projections.include(WebhookDocuments.FAILURES))
                        .sort(Sorts.ascending(WebhookDocuments.NEXT_DUE))
                        .limit(limit))
                .map(document -> new Due(
                        WebhookDocuments.id(document),
                        new ReceiverHealth(document.getInteger(WebhookDocuments.FAILURES), null, null, null)
                                .isFailing()));
    }

    @Override
    public Mono<Turn> begin(WebhookId id, String token, Instant now, Instant until) {
        var lease = combine(set(WebhookDocuments.TOKEN, token), set(WebhookDocuments.LEASE_UNTIL, Date.from(until)));
        return Mono.from(collection.findOneAndUpdate(
                        and(eq(WebhookDocuments.ID, id.value()), isDue(now)),
                        lease,
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .mapNotNull(document -> turn(document, token, until));
    }

    private @Nullable Turn turn(Document document, String token, Instant until) {
        var webhook = read(document);
        return webhook == null ? null : new Turn(webhook, token, document.getLong(WebhookDocuments.WAKES), until);
    }

    @Override
    public Mono<Void> end(Turn turn, ReceiverHealth health, @Nullable Instant nextDue) {
        var held = and(eq(WebhookDocuments.ID, turn.webhook().id().value()), eq(WebhookDocuments.TOKEN, turn.token()));
        var ended = WebhookDocuments.health(health).append(WebhookDocuments.LEASE_UNTIL, NOBODY);
        var next = new Document(ended).append(WebhookDocuments.NEXT_DUE, nextDue == null ? NEVER : Date.from(nextDue));
        var unchanged = and(held, eq(WebhookDocuments.WAKES, turn.wakes()));
        return Mono.from(collection.updateOne(unchanged, MongoWebhooks.setAll(next)))
                .filter(result -> result.getMatchedCount() == 0)
                .flatMap(announced -> Mono.from(collection.updateOne(held, MongoWebhooks.setAll(ended))))
                .then();
    }

    @Override
    public Flux<Webhook> claim(Instant now, Instant until) {
        var due =
                and(eq(WebhookDocuments.NOTICE_DUE, true), lte(WebhookDocuments.NOTICE_CLAIMED_UNTIL, Date.from(now)));
        return Flux.from(collection.find(due))
                .concatMap(document -> Mono.from(collection.findOneAndUpdate(
                        and(eq(WebhookDocuments.ID, document.get(WebhookDocuments.ID)), due),
                        set(WebhookDocuments.NOTICE_CLAIMED_UNTIL, Date.from(until)))))
                .mapNotNull(this::read);
    }

    @Override
    public Mono<Void> notified(WebhookId id) {
        return Mono.from(collection.updateOne(
                        eq(WebhookDocuments.ID, id.value()), set(WebhookDocuments.NOTICE_DUE, false)))
                .then();
    }

    private static Bson isDue(Instant now) {
        return and(
                eq(WebhookDocuments.ENABLED, true),
                lte(WebhookDocuments.NEXT_DUE, Date.from(now)),
                lte(WebhookDocuments.LEASE_UNTIL, Date.from(now)));
    }

    private @Nullable Webhook read(Document document) {
        return reader.readOrSkip(MongoWebhooks.COLLECTION, document, documents::toWebhook);
    }
}
