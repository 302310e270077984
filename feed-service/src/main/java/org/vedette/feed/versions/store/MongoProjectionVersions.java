package org.vedette.feed.versions.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bson.Document;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.store.MongoEntries;
import org.vedette.feed.entries.store.StoreFailures;
import org.vedette.feed.versions.ProjectionVersions;
import org.vedette.feed.versions.VersionRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An edition is a collection; the catalogue is one document beside them. */
final class MongoProjectionVersions implements ProjectionVersions {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoDatabase database;
    private final UnreadableEntries unreadable;
    private final MongoCollection<Document> projection;
    private final ConcurrentMap<String, Entries> entries = new ConcurrentHashMap<>();

    MongoProjectionVersions(MongoDatabase database, UnreadableEntries unreadable) {
        this.database = database;
        this.unreadable = unreadable;
        this.projection = database.getCollection("projection");
    }

    @Override
    public Mono<VersionRegistry> catalogue() {
        return Mono.from(projection
                        .find(eq(CatalogueDocuments.ID, CatalogueDocuments.THE_ONE))
                        .first())
                .map(CatalogueDocuments::read)
                .defaultIfEmpty(VersionRegistry.first())
                .timeout(PATIENCE)
                .onErrorMap(StoreFailures::isOutOfReach, EntriesUnavailableException::new);
    }

    /** The first version is inserted, which only one can do; any other replaces its predecessor or nothing. */
    @Override
    public Mono<Boolean> replace(VersionRegistry before, VersionRegistry next) {
        var predecessor = and(
                eq(CatalogueDocuments.ID, CatalogueDocuments.THE_ONE),
                eq(CatalogueDocuments.VERSION, before.version()));
        return Mono.from(projection.replaceOne(predecessor, CatalogueDocuments.write(next), UPSERT))
                .thenReturn(true)
                .timeout(PATIENCE)
                .onErrorReturn(MongoProjectionVersions::isOfAnother, false)
                .onErrorMap(StoreFailures::isOutOfReach, EntriesUnavailableException::new);
    }

    @Override
    public Entries entries(String edition) {
        return entries.computeIfAbsent(edition, name -> new MongoEntries(database.getCollection(name), unreadable));
    }

    @Override
    public Flux<String> stored() {
        return Flux.from(database.listCollectionNames())
                .timeout(PATIENCE)
                .filter(VersionRegistry::isEdition)
                .onErrorMap(StoreFailures::isOutOfReach, EntriesUnavailableException::new);
    }

    @Override
    public Mono<Void> drop(String edition) {
        return Mono.from(database.getCollection(edition).drop())
                .timeout(PATIENCE)
                .doOnSuccess(gone -> forget(edition))
                .onErrorMap(StoreFailures::isOutOfReach, EntriesUnavailableException::new);
    }

    private void forget(String edition) {
        entries.remove(edition);
        unreadable.clear(edition);
    }

    private static boolean isOfAnother(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
