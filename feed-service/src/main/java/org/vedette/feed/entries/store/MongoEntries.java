package org.vedette.feed.entries.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document for each post, replaced only by a later revision. */
public final class MongoEntries implements Entries {

    private static final int POSITIONS_PER_BATCH = 1_000;

    /** Much less than the ten seconds after which the gateway stops waiting for a page. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** For each batch of positions; nobody waits for a page meanwhile. */
    private static final Duration BATCH_PATIENCE = Duration.ofSeconds(10);

    private final MongoCollection<Document> entries;
    private final GuardedWrites writes;
    private final CarefulReading reading;

    /** @param unreadable takes what cannot be read, which is left out of what is found */
    public MongoEntries(MongoCollection<Document> entries, UnreadableEntries unreadable) {
        this.entries = entries;
        this.writes = new GuardedWrites(entries);
        this.reading = new CarefulReading(entries.getNamespace().getCollectionName(), unreadable);
    }

    @Override
    public Mono<Set<UUID>> save(Collection<? extends ProjectedPost> projected) {
        return Flux.fromIterable(Batch.of(projected))
                .concatMap(batch -> writes.write(batch).timeout(writes.patience()))
                .<Set<UUID>>collect(HashSet::new, Set::addAll)
                .onErrorMap(StoreFailures::isOutOfReach, EntriesUnavailableException::new);
    }

    @Override
    public Flux<ProjectedPost> find(Collection<UUID> ids) {
        return Flux.from(entries.find(in(EntryDocuments.ID, ids)))
                .timeout(PATIENCE)
                .handle(reading::entry)
                .onErrorMap(StoreFailures::isOutOfReach, EntriesUnavailableException::new);
    }

    @Override
    public Flux<EntrySummary> summaries(Collection<UUID> ids) {
        return Flux.from(entries.find(in(EntryDocuments.ID, ids))
                        .projection(Projections.include(SummaryDocuments.FIELDS)))
                .timeout(PATIENCE)
                .filter(EntryDocuments::isEntry)
                .handle(reading.part(SummaryDocuments::read))
                .onErrorMap(StoreFailures::isOutOfReach, EntriesUnavailableException::new);
    }

    @Override
    public Flux<Position> positions() {
        return Flux.from(entries.find()
                        .projection(Projections.include(PositionDocuments.FIELDS))
                        .batchSize(POSITIONS_PER_BATCH))
                .timeout(BATCH_PATIENCE)
                .handle(reading.part(PositionDocuments::read))
                .onErrorMap(StoreFailures::isOutOfReach, EntriesUnavailableException::new);
    }
}
