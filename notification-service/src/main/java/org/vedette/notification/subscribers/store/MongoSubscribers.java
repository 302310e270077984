package org.vedette.notification.subscribers.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Subscribers} in the collection {@code subscribers}. */
@Component
class MongoSubscribers implements Subscribers {

    static final String COLLECTION = "subscribers";

    private static final int CURSOR_BATCH = 2_000;

    private final MongoCollection<Document> collection;

    MongoSubscribers(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
    }

    @Override
    public Mono<Boolean> add(Subscriber subscriber) {
        return Mono.from(collection.insertOne(SubscriberMapping.toDocument(subscriber)))
                .thenReturn(true)
                .onErrorResume(MongoSubscribers::isDuplicate, taken -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(Subscriber next) {
        var previous =
                and(eq(SubscriberMapping.ID, next.id().value()), eq(SubscriberMapping.REVISION, next.revision() - 1));
        return Mono.from(collection.replaceOne(previous, SubscriberMapping.toDocument(next)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Subscriber> with(EmailAddress address) {
        return Mono.from(collection
                        .find(eq(SubscriberMapping.KEY, address.key()))
                        .first())
                .map(SubscriberMapping::toSubscriber);
    }

    @Override
    public Mono<Subscriber> with(SubscriberId id) {
        return Mono.from(collection.find(eq(SubscriberMapping.ID, id.value())).first())
                .map(SubscriberMapping::toSubscriber);
    }

    @Override
    public Flux<SubscriberId> active() {
        return Flux.from(collection
                        .find(eq(SubscriberMapping.STATE, SubscriberMapping.ACTIVE))
                        .projection(Projections.include(SubscriberMapping.ID))
                        .batchSize(CURSOR_BATCH))
                .map(SubscriberMapping::id);
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
