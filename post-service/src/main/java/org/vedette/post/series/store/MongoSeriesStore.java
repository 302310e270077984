package org.vedette.post.series.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.post.series.SeriesStore;
import org.vedette.post.series.StoredSeries;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Series, one document each. */
@Component
final class MongoSeriesStore implements SeriesStore {

    private final MongoCollection<Document> series;

    MongoSeriesStore(MongoCollection<Document> storedSeries) {
        this.series = storedSeries;
    }

    @Override
    public Flux<StoredSeries> all() {
        return Flux.from(series.find(exists(SeriesDocuments.DELETED, false))).map(SeriesDocuments::series);
    }

    @Override
    public Flux<String> deleted() {
        return Flux.from(series.find(eq(SeriesDocuments.DELETED, true)))
                .map(document -> document.getString(SeriesDocuments.ID));
    }

    @Override
    public Mono<Boolean> delete(StoredSeries deleted) {
        return Mono.from(series.replaceOne(
                        and(
                                eq(SeriesDocuments.ID, deleted.series().slug()),
                                eq(SeriesDocuments.REVISION, deleted.revision())),
                        SeriesDocuments.deleted(deleted.series().slug())))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Boolean> add(StoredSeries added) {
        return Mono.from(series.insertOne(SeriesDocuments.of(added)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, taken -> replaceDeleted(added));
    }

    private Mono<Boolean> replaceDeleted(StoredSeries added) {
        return Mono.from(series.replaceOne(
                        and(eq(SeriesDocuments.ID, added.series().slug()), eq(SeriesDocuments.DELETED, true)),
                        SeriesDocuments.of(added)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Boolean> replace(long revision, StoredSeries changed) {
        return Mono.from(series.replaceOne(
                        and(eq(SeriesDocuments.ID, changed.series().slug()), eq(SeriesDocuments.REVISION, revision)),
                        SeriesDocuments.of(changed)))
                .map(result -> result.getMatchedCount() == 1);
    }
}
