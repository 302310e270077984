package org.vedette.feed.entries.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailable;
import org.vedette.feed.entries.EntryHead;
import org.vedette.feed.entries.Projected;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document for each post, replaced only by a later revision. */
@Component
class MongoEntries implements Entries {

    private static final int POSITIONS_PER_BATCH = 1_000;

    /** Much less than the ten seconds after which the gateway stops waiting for a page. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** For each batch of positions; nobody waits for a page meanwhile. */
    private static final Duration BATCH_PATIENCE = Duration.ofSeconds(10);

    private final MongoCollection<Document> entries;

    MongoEntries(MongoClient client, FeedServiceProperties settings) {
        this.entries = client.getDatabase(settings.database()).getCollection("entries");
    }

    @Override
    public Mono<Boolean> keep(Projected projected) {
        var olderOne = and(eq(EntryDocuments.ID, projected.id()), lt(EntryDocuments.REVISION, projected.revision()));
        return Mono.from(entries.replaceOne(
                        olderOne, EntryDocuments.write(projected), new ReplaceOptions().upsert(true)))
                .thenReturn(true)
                .timeout(PATIENCE)
                .onErrorReturn(MongoEntries::isThereAlready, false)
                .onErrorMap(MongoEntries::isOutOfReach, EntriesUnavailable::new);
    }

    @Override
    public Flux<Projected> find(Collection<UUID> ids) {
        return Flux.from(entries.find(in(EntryDocuments.ID, ids)))
                .timeout(PATIENCE)
                .map(EntryDocuments::read)
                .onErrorMap(MongoEntries::isOutOfReach, EntriesUnavailable::new);
    }

    @Override
    public Flux<EntryHead> heads(Collection<UUID> ids) {
        return Flux.from(entries.find(in(EntryDocuments.ID, ids)).projection(Projections.include(HeadDocuments.FIELDS)))
                .timeout(PATIENCE)
                .filter(EntryDocuments::isEntry)
                .map(HeadDocuments::read)
                .onErrorMap(MongoEntries::isOutOfReach, EntriesUnavailable::new);
    }

    @Override
    public Flux<Position> positions() {
        return Flux.from(entries.find()
                        .projection(Projections.include(PositionDocuments.FIELDS))
                        .batchSize(POSITIONS_PER_BATCH))
                .timeout(BATCH_PATIENCE)
                .map(PositionDocuments::read)
                .onErrorMap(MongoEntries::isOutOfReach, EntriesUnavailable::new);
    }

    /** The guard found no older document, so the upsert tried to insert a second one. */
    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static boolean isOutOfReach(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoNotPrimaryException
                || (failure instanceof MongoException other && other.hasErrorLabel("RetryableWriteError"));
    }
}
