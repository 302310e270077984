package org.vedette.notification.controls.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.AlertControl.State;
import org.vedette.notification.controls.Controls;
import org.vedette.notification.controls.MailSwitch;
import org.vedette.notification.store.DocumentReader;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Controls} in the collection {@code controls}. */
@Component
class MongoControls implements Controls {

    static final String COLLECTION = "controls";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoControls(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<AlertControl> of(AlertId alert) {
        return Mono.from(collection.find(eq(ControlDocuments.ID, alert.value())).first())
                .map(document -> reader.read(COLLECTION, document, ControlDocuments::toControl))
                .defaultIfEmpty(AlertControl.of(alert));
    }

    @Override
    public Flux<AlertControl> of(Collection<AlertId> alerts) {
        var ids = alerts.stream().map(AlertId::value).toList();
        return Flux.from(collection.find(in(ControlDocuments.ID, ids)))
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, ControlDocuments::toControl));
    }

    /** One that cannot be read holds its alert: what somebody has stopped must not go on because of that. */
    @Override
    public Flux<AlertControl> inForce(Instant cancelledAfter) {
        var held = in(ControlDocuments.STATE, State.PAUSED.name(), State.WAITING.name());
        var cancelled = and(
                eq(ControlDocuments.STATE, State.CANCELLED.name()), gt(ControlDocuments.AT, Date.from(cancelledAfter)));
        return Flux.from(collection.find(or(held, cancelled))).map(this::readOrHold);
    }

    private AlertControl readOrHold(Document document) {
        var control = reader.readOrSkip(COLLECTION, document, ControlDocuments::toControl);
        return control == null
                ? new AlertControl(new AlertId(document.getString(ControlDocuments.ID)), 1, State.PAUSED, List.of())
                : control;
    }

    @Override
    public Mono<Boolean> store(AlertControl next, Instant now) {
        return store(ControlDocuments.toDocument(next, now), next.revision());
    }

    @Override
    public Mono<MailSwitch> mailSwitch() {
        return Mono.from(collection
                        .find(eq(ControlDocuments.ID, ControlDocuments.SWITCH))
                        .first())
                .map(document -> reader.read(COLLECTION, document, ControlDocuments::toSwitch))
                .defaultIfEmpty(MailSwitch.UNUSED);
    }

    @Override
    public Mono<Boolean> store(MailSwitch next) {
        return store(ControlDocuments.toDocument(next), next.revision());
    }

    private Mono<Boolean> store(Document document, long revision) {
        if (revision == 1) {
            return Mono.from(collection.insertOne(document))
                    .thenReturn(true)
                    .onErrorResume(MongoFailures::isDuplicateKey, taken -> Mono.just(false));
        }
        var before = and(
                eq(ControlDocuments.ID, document.get(ControlDocuments.ID)),
                eq(ControlDocuments.REVISION, revision - 1));
        return Mono.from(collection.replaceOne(before, document)).map(result -> result.getMatchedCount() == 1);
    }
}
