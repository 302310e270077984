package org.vedette.notification.digests.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.digests.DigestRun;
import org.vedette.notification.digests.DigestRuns;
import org.vedette.notification.store.DocumentReader;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DigestRuns} in the collection {@code digestRuns}. */
@Component
class MongoDigestRuns implements DigestRuns {

    private static final String COLLECTION = "digestRuns";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoDigestRuns(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<DigestRun> open(DigestRun run) {
        return Mono.from(collection.insertOne(DigestDocuments.toDocument(run)))
                .thenReturn(run)
                .onErrorResume(MongoFailures::isDuplicateKey, exists -> with(run.id()));
    }

    @Override
    public Mono<Void> finish(DigestRun planned) {
        var result = combine(
                set(DigestDocuments.STATE, planned.state().name()), set(DigestDocuments.AUDIENCE, planned.audience()));
        return Mono.from(
                        collection.updateOne(eq(DigestDocuments.ID, planned.id().value()), result))
                .then();
    }

    @Override
    public Mono<DigestRun> with(AlertId id) {
        return Mono.from(collection.find(eq(DigestDocuments.ID, id.value())).first())
                .map(document -> reader.read(COLLECTION, document, DigestDocuments::toRun));
    }

    @Override
    public Flux<DigestRun> newest(int limit) {
        return Flux.from(collection
                        .find()
                        .sort(Sorts.descending(DigestDocuments.CREATED_AT, DigestDocuments.ID))
                        .limit(limit))
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, DigestDocuments::toRun));
    }

    @Override
    public Mono<Long> removeEmpty(Instant before) {
        var empty = and(
                eq(DigestDocuments.STATE, DigestRun.State.EMPTY.name()),
                lt(DigestDocuments.CREATED_AT, Date.from(before)));
        return Mono.from(collection.deleteMany(empty)).map(DeleteResult::getDeletedCount);
    }
}
