package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.post.outbox.Claim;
import org.vedette.post.outbox.Outbox;
import org.vedette.post.outbox.PendingEvent;
import org.vedette.post.outbox.PendingPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outboxes, each an array in the document of its post. */
@Component
final class MongoOutbox implements Outbox {

    private static final Bson UNCLAIM = combine(unset(OutboxDocuments.OWNER), unset(OutboxDocuments.CLAIMED_UNTIL));

    private final MongoCollection<Document> posts;

    MongoOutbox(MongoCollection<Document> posts) {
        this.posts = posts;
    }

    @Override
    public Mono<List<PendingEvent>> claim(UUID postId, Claim claim) {
        var unclaimed = or(
                exists(OutboxDocuments.CLAIMED_UNTIL, false),
                lte(OutboxDocuments.CLAIMED_UNTIL, Date.from(claim.from())));
        return Mono.from(posts.findOneAndUpdate(
                        and(eq(postId), eq(OutboxDocuments.PENDING, true), unclaimed),
                        combine(
                                set(OutboxDocuments.OWNER, claim.owner()),
                                set(OutboxDocuments.CLAIMED_UNTIL, Date.from(claim.until()))),
                        new FindOneAndUpdateOptions().projection(include(OutboxDocuments.OUTBOX))))
                .map(OutboxDocuments::pendingEvents);
    }

    @Override
    public Flux<PendingPost> pending() {
        return Flux.from(posts.find(eq(OutboxDocuments.PENDING, true))
                        .projection(include(OutboxDocuments.OUTBOX + "." + OutboxDocuments.AT)))
                .map(OutboxDocuments::pendingPost);
    }

    @Override
    public Mono<Void> remove(PendingEvent event) {
        var contained =
                and(eq(event.postId()), eq(OutboxDocuments.OUTBOX + "." + OutboxDocuments.EVENT_ID, event.id()));
        var sent = new Document(OutboxDocuments.EVENT_ID, event.id());
        return Mono.from(posts.updateOne(
                        contained,
                        combine(
                                pull(OutboxDocuments.OUTBOX, sent),
                                inc(OutboxDocuments.BYTES, -OutboxDocuments.size(event.json())))))
                .then();
    }

    @Override
    public Mono<Void> release(UUID postId, Claim claim) {
        var ours = and(
                eq(postId),
                eq(OutboxDocuments.OWNER, claim.owner()),
                eq(OutboxDocuments.CLAIMED_UNTIL, Date.from(claim.until())));
        // An event that is stored in between keeps the mark, because only an empty outbox matches.
        return Mono.from(posts.updateOne(
                        and(ours, size(OutboxDocuments.OUTBOX, 0)),
                        combine(UNCLAIM, unset(OutboxDocuments.PENDING), unset(OutboxDocuments.BYTES))))
                .filter(result -> result.getMatchedCount() == 0)
                .flatMap(notEmpty -> Mono.from(posts.updateOne(ours, UNCLAIM)))
                .then();
    }
}
