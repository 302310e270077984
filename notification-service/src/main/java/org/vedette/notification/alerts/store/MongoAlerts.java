package org.vedette.notification.alerts.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.Alerts.Position;
import org.vedette.notification.store.DocumentReader;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Alerts} in the collection {@code alerts}. */
@Component
class MongoAlerts implements Alerts {

    private static final String COLLECTION = "alerts";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoAlerts(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<Alert> open(Alert alert) {
        return Mono.from(collection.insertOne(AlertDocuments.toDocument(alert)))
                .thenReturn(alert)
                .onErrorResume(MongoFailures::isDuplicateKey, exists -> with(alert.id()));
    }

    @Override
    public Mono<Boolean> replace(Alert known, Alert next) {
        var asKnown = and(
                eq(AlertDocuments.ID, known.id().value()),
                eq(AlertDocuments.STATE, AlertDocuments.stateName(known.state())));
        return Mono.from(collection.replaceOne(asKnown, AlertDocuments.toDocument(next)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Alert> with(AlertId id) {
        return Mono.from(collection.find(eq(AlertDocuments.ID, id.value())).first())
                .map(document -> reader.read(COLLECTION, document, AlertDocuments::toAlert));
    }

    @Override
    public Flux<Alert> newest(@Nullable Position before, int limit) {
        return Flux.from(collection
                        .find(before == null ? Filters.empty() : olderThan(before))
                        .sort(Sorts.descending(AlertDocuments.CREATED_AT, AlertDocuments.ID))
                        .limit(limit))
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, AlertDocuments::toAlert));
    }

    private static Bson olderThan(Position position) {
        var createdAt = Date.from(position.createdAt());
        return or(
                lt(AlertDocuments.CREATED_AT, createdAt),
                and(
                        eq(AlertDocuments.CREATED_AT, createdAt),
                        lt(AlertDocuments.ID, position.alert().value())));
    }
}
