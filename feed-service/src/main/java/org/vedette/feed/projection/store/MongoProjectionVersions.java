package org.vedette.feed.projection.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.vedette.feed.blog.Language;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.WritableEntries;
import org.vedette.feed.entries.store.MongoEntries;
import org.vedette.feed.projection.ProjectedOffsets;
import org.vedette.feed.projection.ProjectionVersions;
import org.vedette.feed.projection.VersionRegistry;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** A projection version is a collection; the registry, and the offsets of each version, are documents beside them. */
final class MongoProjectionVersions implements ProjectionVersions {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final String ID = RegistryDocuments.ID;

    private final MongoDatabase database;
    private final UnreadableEntries unreadable;
    private final Language siteLanguage;
    private final MongoCollection<Document> projection;
    private final ConcurrentMap<String, WritableEntries> entries = new ConcurrentHashMap<>();

    MongoProjectionVersions(MongoDatabase database, UnreadableEntries unreadable, Language siteLanguage) {
        this.database = database;
        this.unreadable = unreadable;
        this.siteLanguage = siteLanguage;
        this.projection = database.getCollection("projection");
    }

    @Override
    public Mono<VersionRegistry> registry() {
        return available(
                Mono.from(projection.find(eq(ID, RegistryDocuments.REGISTRY)).first())
                        .map(RegistryDocuments::read)
                        .defaultIfEmpty(VersionRegistry.first()));
    }

    /** Inserts the first registry, which only one instance can do; any other replaces its predecessor or nothing. */
    @Override
    public Mono<Boolean> replace(VersionRegistry before, VersionRegistry next) {
        var predecessor = and(eq(ID, RegistryDocuments.REGISTRY), eq(RegistryDocuments.REVISION, before.revision()));
        return available(Mono.from(projection.replaceOne(predecessor, RegistryDocuments.write(next), UPSERT))
                .thenReturn(true)
                .onErrorReturn(MongoFailures::isDuplicateKey, false));
    }

    @Override
    public WritableEntries entries(String version) {
        return entries.computeIfAbsent(
                version, name -> new MongoEntries(database.getCollection(name), unreadable, siteLanguage));
    }

    @Override
    public Flux<String> stored() {
        return Flux.from(database.listCollectionNames())
                .timeout(TIMEOUT)
                .filter(VersionRegistry::isVersion)
                .onErrorMap(MongoFailures::isOutage, EntriesUnavailableException::new);
    }

    @Override
    public Mono<Void> drop(String version) {
        return available(Mono.from(database.getCollection(version).drop())
                        .then(Mono.from(projection.deleteOne(eq(ID, RegistryDocuments.offsetsId(version)))))
                        .then())
                .doOnSuccess(dropped -> forget(version));
    }

    @Override
    public Mono<Map<String, ProjectedOffsets>> offsets(Collection<String> versions) {
        return available(Flux.from(projection.find(in(ID, RegistryDocuments.offsetsIds(versions))))
                .collectMap(RegistryDocuments::versionOfOffsets, RegistryDocuments::readOffsets));
    }

    @Override
    public Mono<Void> recordOffsets(String version, Map<Integer, Long> next) {
        var update = next.isEmpty() ? RegistryDocuments.beginOffsets() : RegistryDocuments.raiseOffsets(next);
        return available(upsert(version, update));
    }

    @Override
    public Mono<Void> markIncomplete(Collection<String> versions) {
        return available(Flux.fromIterable(versions)
                .concatMap(version -> upsert(version, RegistryDocuments.markIncomplete()))
                .then());
    }

    /** Of two concurrent upserts that insert one document, the store refuses the later one. */
    private Mono<Void> upsert(String version, Bson update) {
        return Mono.from(projection.updateOne(
                        eq(ID, RegistryDocuments.offsetsId(version)), update, new UpdateOptions().upsert(true)))
                .retryWhen(Retry.max(1).filter(MongoFailures::isDuplicateKey))
                .then();
    }

    @Override
    public Mono<Void> raiseOffsets(Collection<String> versions, Map<Integer, Long> next) {
        Bson recorded = in(ID, RegistryDocuments.offsetsIds(versions));
        return next.isEmpty()
                ? Mono.empty()
                : available(Mono.from(projection.updateMany(recorded, RegistryDocuments.raiseOffsets(next)))
                        .then());
    }

    private static <T> Mono<T> available(Mono<T> operation) {
        return operation.timeout(TIMEOUT).onErrorMap(MongoFailures::isOutage, EntriesUnavailableException::new);
    }

    private void forget(String version) {
        entries.remove(version);
        unreadable.clear(version);
    }
}
