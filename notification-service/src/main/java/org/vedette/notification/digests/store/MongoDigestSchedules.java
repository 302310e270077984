package org.vedette.notification.digests.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.digests.DigestSchedules;
import org.vedette.notification.digests.KeptSchedule;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.store.DocumentReader;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DigestSchedules} in the collection {@code digestSchedules}. */
@Component
class MongoDigestSchedules implements DigestSchedules {

    private static final String COLLECTION = "digestSchedules";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoDigestSchedules(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<Void> keep(DigestSchedule schedule, Instant toldUntil) {
        var document = DigestDocuments.schedule(schedule)
                .append(DigestDocuments.ID, schedule.id())
                .append(DigestDocuments.TOLD_BEFORE, Date.from(toldUntil))
                .append(DigestDocuments.TOLD_UNTIL, Date.from(toldUntil));
        return Mono.from(collection.insertOne(document))
                .then()
                .onErrorResume(MongoFailures::isDuplicateKey, kept -> Mono.empty());
    }

    @Override
    public Mono<Boolean> advance(KeptSchedule known, KeptSchedule next) {
        var asKnown = and(
                eq(DigestDocuments.ID, known.schedule().id()),
                eq(DigestDocuments.TOLD_UNTIL, Date.from(known.toldUntil())));
        var advanced = combine(
                set(DigestDocuments.TOLD_BEFORE, Date.from(next.toldBefore())),
                set(DigestDocuments.TOLD_UNTIL, Date.from(next.toldUntil())));
        return Mono.from(collection.updateOne(asKnown, advanced)).map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<KeptSchedule> all() {
        return Flux.from(collection.find())
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, DigestDocuments::toKept));
    }
}
