package org.vedette.post.series.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

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
        return Flux.from(series.find()).map(SeriesDocuments::series);
    }

    @Override
    public Mono<Boolean> add(StoredSeries added) {
        return Mono.from(series.insertOne(SeriesDocuments.of(added)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, taken -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(long revision, StoredSeries changed) {
        return Mono.from(series.replaceOne(
                        and(eq(SeriesDocuments.ID, changed.series().slug()), eq(SeriesDocuments.REVISION, revision)),
                        SeriesDocuments.of(changed)))
                .map(result -> result.getMatchedCount() == 1);
    }
}
