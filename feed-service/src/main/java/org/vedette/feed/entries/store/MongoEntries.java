package org.vedette.feed.entries.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.vedette.feed.blog.Language;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.WritableEntries;
import org.vedette.feed.timeline.Position;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document for each post, replaced only by a later revision. */
public final class MongoEntries implements WritableEntries {

    private static final int POSITIONS_PER_BATCH = 1_000;

    /** Much less than the ten seconds after which the gateway gives a page up. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** For each batch of positions; no page waits for it. */
    private static final Duration POSITIONS_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> entries;
    private final GuardedWrites writes;
    private final DocumentReader reader;

    /**
     * Entries in a collection.
     *
     * @param unreadable receives the entries that cannot be read; they are left out of what is found
     * @param siteLanguage language of entries whose events name none
     */
    public MongoEntries(MongoCollection<Document> entries, UnreadableEntries unreadable, Language siteLanguage) {
        this.entries = entries;
        this.writes = new GuardedWrites(entries);
        this.reader = new DocumentReader(entries.getNamespace().getCollectionName(), unreadable, siteLanguage);
    }

    @Override
    public Mono<Set<UUID>> save(Collection<? extends ProjectedPost> posts) {
        return Flux.fromIterable(WriteBatches.of(posts))
                .concatMap(batch -> writes.write(batch).timeout(WRITE_TIMEOUT))
                .<Set<UUID>>collect(HashSet::new, Set::addAll)
                .onErrorMap(MongoFailures::isOutage, EntriesUnavailableException::new);
    }

    @Override
    public Flux<ProjectedPost> find(Collection<UUID> ids) {
        return Flux.from(entries.find(in(EntryDocuments.ID, ids)))
                .timeout(TIMEOUT)
                .handle(reader::read)
                .onErrorMap(MongoFailures::isOutage, EntriesUnavailableException::new);
    }

    @Override
    public Flux<ProjectedPost> get(Collection<UUID> ids) {
        return getAll(ids, entries.find(in(EntryDocuments.ID, ids)))
                .handle(reader::read)
                .onErrorMap(MongoFailures::isOutage, EntriesUnavailableException::new);
    }

    @Override
    public Flux<EntrySummary> summaries(Collection<UUID> ids) {
        var query = entries.find(in(EntryDocuments.ID, ids)).projection(Projections.include(EntryDocuments.SUMMARY));
        return getAll(ids, query)
                .filter(EntryDocuments::isEntry)
                .handle(reader::readSummary)
                .onErrorMap(MongoFailures::isOutage, EntriesUnavailableException::new);
    }

    private Flux<Document> getAll(Collection<UUID> ids, Publisher<Document> query) {
        return Flux.from(query)
                .timeout(TIMEOUT)
                .collectList()
                .doOnNext(found -> requireAll(ids, found))
                .flatMapIterable(found -> found);
    }

    private void requireAll(Collection<UUID> ids, List<Document> found) {
        var missing = new HashSet<>(ids);
        found.forEach(document -> missing.remove(document.get(EntryDocuments.ID, UUID.class)));
        if (!missing.isEmpty()) {
            throw new EntriesUnavailableException(
                    entries.getNamespace().getCollectionName() + " lacks the posts " + missing);
        }
    }

    @Override
    public Flux<Position> positions() {
        return Flux.from(entries.find()
                        .projection(Projections.include(EntryDocuments.POSITION))
                        .batchSize(POSITIONS_PER_BATCH))
                .timeout(POSITIONS_TIMEOUT)
                .handle(reader::readPosition)
                .onErrorMap(MongoFailures::isOutage, EntriesUnavailableException::new);
    }
}
