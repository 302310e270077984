package org.vedette.notification.webhooks.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.events.EventId;
import org.vedette.notification.webhooks.events.PostCard;
import org.vedette.notification.webhooks.events.WebhookEvent;
import org.vedette.notification.webhooks.events.WebhookEvents;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Mono;

/** {@link WebhookEvents} in the collection {@code webhookEvents}. */
@Component
class MongoWebhookEvents implements WebhookEvents {

    private static final String COLLECTION = "webhookEvents";
    private static final String ID = "_id";
    private static final String AT = "at";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoWebhookEvents(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<Void> keep(WebhookEvent event) {
        return Mono.from(collection.insertOne(document(event)))
                .then()
                .onErrorResume(MongoFailures::isDuplicateKey, stored -> Mono.empty());
    }

    @Override
    public Mono<WebhookEvent> with(EventId id) {
        return Mono.from(collection.find(eq(ID, id.value())).first())
                .map(document -> reader.read(COLLECTION, document, MongoWebhookEvents::event));
    }

    @Override
    public Mono<Long> forgetBefore(Instant time) {
        return Mono.from(collection.deleteMany(lt(AT, Date.from(time)))).map(DeleteResult::getDeletedCount);
    }

    private static Document document(WebhookEvent event) {
        var card = event.card();
        return new Document(ID, event.id().value())
                .append("type", event.type().name())
                .append("post", event.post())
                .append("revision", event.revision())
                .append(AT, Date.from(event.at()))
                .append("title", card.title())
                .append("teaser", card.teaser())
                .append("series", card.series())
                .append("link", card.link())
                .append("label", card.label())
                .append("body", event.body());
    }

    private static WebhookEvent event(Document document) {
        return new WebhookEvent(
                new EventId(document.getString(ID)),
                WebhookEventType.valueOf(document.getString("type")),
                document.get("post", UUID.class),
                document.getLong("revision"),
                document.getDate(AT).toInstant(),
                new PostCard(
                        document.getString("title"),
                        document.getString("teaser"),
                        document.getString("series"),
                        document.getString("link"),
                        document.getString("label")),
                document.getString("body"));
    }
}
