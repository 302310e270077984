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
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.post.outbox.Backlog;
import org.vedette.post.outbox.Claim;
import org.vedette.post.outbox.Outbox;
import org.vedette.post.outbox.WaitingEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outboxes that lie in the posts' documents. */
@Component
final class MongoOutbox implements Outbox {

    private static final Bson UNCLAIM = combine(unset(OutboxDocuments.OWNER), unset(OutboxDocuments.CLAIMED_UNTIL));

    private final MongoCollection<Document> posts;

    MongoOutbox(PostCollection posts) {
        this.posts = posts.documents();
    }

    @Override
    public Flux<WaitingEvent> claim(UUID postId, Claim claim) {
        Bson unclaimed = or(
                exists(OutboxDocuments.CLAIMED_UNTIL, false),
                lte(OutboxDocuments.CLAIMED_UNTIL, Date.from(claim.from())));
        return Flux.from(posts.findOneAndUpdate(
                        and(eq(postId), eq(OutboxDocuments.PENDING, true), unclaimed),
                        combine(
                                set(OutboxDocuments.OWNER, claim.owner()),
                                set(OutboxDocuments.CLAIMED_UNTIL, Date.from(claim.until()))),
                        new FindOneAndUpdateOptions().projection(include(OutboxDocuments.OUTBOX))))
                .flatMapIterable(OutboxDocuments::waiting)
                .transform(StoreErrors::translated);
    }

    @Override
    public Flux<Backlog> backlog(int limit) {
        return Flux.from(posts.find(eq(OutboxDocuments.PENDING, true))
                        .limit(limit)
                        .projection(include(OutboxDocuments.OUTBOX + "." + OutboxDocuments.AT)))
                .flatMapIterable(OutboxDocuments::backlog)
                .transform(StoreErrors::translated);
    }

    @Override
    public Mono<Void> remove(WaitingEvent event) {
        Bson waiting = and(eq(event.postId()), eq(OutboxDocuments.OUTBOX + "." + OutboxDocuments.EVENT_ID, event.id()));
        Document sent = new Document(OutboxDocuments.EVENT_ID, event.id());
        return Mono.from(posts.updateOne(
                        waiting,
                        combine(
                                pull(OutboxDocuments.OUTBOX, sent),
                                inc(OutboxDocuments.BYTES, -OutboxDocuments.size(event.json())))))
                .then()
                .transform(StoreErrors::translated);
    }

    @Override
    public Mono<Void> release(UUID postId, Claim claim) {
        Bson ours = and(
                eq(postId),
                eq(OutboxDocuments.OWNER, claim.owner()),
                eq(OutboxDocuments.CLAIMED_UNTIL, Date.from(claim.until())));
        // An event pushed in between keeps its post marked: the mark goes only while the outbox is empty.
        return Mono.from(posts.updateOne(
                        and(ours, size(OutboxDocuments.OUTBOX, 0)),
                        combine(UNCLAIM, unset(OutboxDocuments.PENDING), unset(OutboxDocuments.BYTES))))
                .filter(result -> result.getMatchedCount() == 0)
                .flatMap(waiting -> Mono.from(posts.updateOne(ours, UNCLAIM)))
                .then()
                .transform(StoreErrors::translated);
    }
}
