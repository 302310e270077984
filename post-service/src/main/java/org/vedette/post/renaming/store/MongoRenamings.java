package org.vedette.post.renaming.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.post.renaming.Renaming;
import org.vedette.post.renaming.Renamings;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Renamings, one document each, and the claim of the replica that works on them. */
@Component
final class MongoRenamings implements Renamings {

    private static final String CLAIM = "runner";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";

    private final MongoCollection<Document> renamings;
    private final MongoCollection<Document> renamingClaims;

    MongoRenamings(MongoCollection<Document> renamings, MongoCollection<Document> renamingClaims) {
        this.renamings = renamings;
        this.renamingClaims = renamingClaims;
    }

    @Override
    public Mono<Void> save(Renaming one) {
        return Mono.from(renamings.replaceOne(
                        eq(one.id()), RenamingDocuments.of(one), new ReplaceOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Renaming> find(UUID id) {
        return Mono.from(renamings.find(eq(id)).first()).map(RenamingDocuments::read);
    }

    /** Ids rise with time, also within a millisecond. */
    @Override
    public Flux<Renaming> open() {
        return Flux.from(renamings.find(eq(RenamingDocuments.OPEN, true)))
                .map(RenamingDocuments::read)
                .sort(Comparator.comparing(Renaming::startedAt).thenComparing(Renaming::id));
    }

    @Override
    public Flux<Renaming> newest(int limit) {
        return Flux.from(renamings
                        .find()
                        .sort(Sorts.descending(RenamingDocuments.STARTED_AT))
                        .limit(limit))
                .map(RenamingDocuments::read);
    }

    @Override
    public Mono<Boolean> claim(String owner, Instant now, Instant until) {
        var free = and(eq(CLAIM), or(lte(UNTIL, Date.from(now)), eq(OWNER, owner)));
        return Mono.from(renamingClaims.updateOne(
                        free,
                        combine(set(OWNER, owner), set(UNTIL, Date.from(until))),
                        new UpdateOptions().upsert(true)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, another -> Mono.just(false));
    }
}
