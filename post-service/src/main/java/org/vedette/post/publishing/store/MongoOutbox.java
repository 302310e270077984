package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.post.outbox.Backlog;
import org.vedette.post.outbox.Outbox;
import org.vedette.post.outbox.WaitingEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outboxes that lie in the posts' documents. */
@Component
final class MongoOutbox implements Outbox {

    private final MongoCollection<Document> posts;

    MongoOutbox(PostCollection posts) {
        this.posts = posts.documents();
    }

    @Override
    public Flux<WaitingEvent> waiting(UUID postId) {
        return Flux.from(posts.find(eq(postId)).projection(include(OutboxDocuments.OUTBOX)))
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
        Document sent = new Document(OutboxDocuments.EVENT_ID, event.id());
        // An event pushed in between keeps its post marked: the mark goes only while the outbox is empty.
        return Mono.from(posts.updateOne(eq(event.postId()), pull(OutboxDocuments.OUTBOX, sent)))
                .then(Mono.from(posts.updateOne(
                        and(eq(event.postId()), size(OutboxDocuments.OUTBOX, 0)), unset(OutboxDocuments.PENDING))))
                .then()
                .transform(StoreErrors::translated);
    }
}
