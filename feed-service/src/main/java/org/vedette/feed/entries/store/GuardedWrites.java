package org.vedette.feed.entries.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static java.util.stream.Collectors.toSet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.vedette.feed.entries.ProjectedPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Upserts that replace only an older revision, many in one command.
 *
 * <p>Where no older revision is stored, the upsert tries to insert a second document and is refused as a duplicate. That is
 * so for a revision that is stored already. It may also happen to a newer one that found nothing and was overtaken by the
 * insert of an older one; so the stored revisions are read then, and the newer ones are written again.
 */
final class GuardedWrites {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> entries;
    private final MongoCollection<RawBsonDocument> raw;
    private final BsonEncoder encoder;

    GuardedWrites(MongoCollection<Document> entries) {
        this.entries = entries;
        this.raw = entries.withDocumentClass(RawBsonDocument.class);
        this.encoder = new BsonEncoder(entries.getCodecRegistry());
    }

    /** Returns the ids of those that were newer than what was stored. */
    Mono<Set<UUID>> write(List<ProjectedPost> batch) {
        return Mono.from(raw.bulkWrite(batch.stream().map(this::upsert).toList(), UNORDERED))
                .map(result -> List.<ProjectedPost>of())
                .onErrorResume(MongoBulkWriteException.class, failure -> refused(batch, failure))
                .flatMap(refused -> refused.isEmpty() ? Mono.just(ids(batch)) : writeOvertaken(batch, refused));
    }

    private Mono<Set<UUID>> writeOvertaken(List<ProjectedPost> batch, List<ProjectedPost> refused) {
        var saved = ids(batch);
        saved.removeAll(ids(refused));
        return overtaken(refused)
                .flatMap(overtaken -> overtaken.isEmpty() ? Mono.just(Set.<UUID>of()) : write(overtaken))
                .map(savedNow -> {
                    saved.addAll(savedNow);
                    return saved;
                });
    }

    /** Those of which an older revision is stored. */
    private Mono<List<ProjectedPost>> overtaken(List<ProjectedPost> refused) {
        return Flux.from(entries.find(in(EntryDocuments.ID, ids(refused)))
                        .projection(Projections.include(EntryDocuments.REVISION)))
                .collectMap(
                        found -> found.get(EntryDocuments.ID, UUID.class),
                        found -> found.getLong(EntryDocuments.REVISION))
                .map(stored ->
                        refused.stream().filter(each -> isOlder(stored, each)).toList());
    }

    private static boolean isOlder(Map<UUID, Long> stored, ProjectedPost post) {
        var revision = stored.get(post.id());
        return revision != null && revision < post.revision();
    }

    private static Mono<List<ProjectedPost>> refused(List<ProjectedPost> batch, MongoBulkWriteException failure) {
        var isRefusal = failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream().allMatch(GuardedWrites::isDuplicate);
        return isRefusal
                ? Mono.just(failure.getWriteErrors().stream()
                        .map(error -> batch.get(error.getIndex()))
                        .toList())
                : Mono.error(failure);
    }

    private static boolean isDuplicate(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private WriteModel<RawBsonDocument> upsert(ProjectedPost post) {
        var olderOne = and(eq(EntryDocuments.ID, post.id()), lt(EntryDocuments.REVISION, post.revision()));
        return new ReplaceOneModel<>(olderOne, encoder.encode(EntryDocuments.write(post)), UPSERT);
    }

    private static Set<UUID> ids(List<ProjectedPost> post) {
        return post.stream().map(ProjectedPost::id).collect(toSet());
    }
}
