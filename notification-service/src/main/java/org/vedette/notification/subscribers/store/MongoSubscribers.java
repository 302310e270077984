package org.vedette.notification.subscribers.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.store.Coalescer;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Subscribers} in the collection {@code subscribers}. */
@Component
class MongoSubscribers implements Subscribers {

    static final String COLLECTION = "subscribers";

    private static final int CURSOR_BATCH = 2_000;
    private static final int LARGEST_LOOKUP = 200;

    /** Longer than the timeouts of the store. */
    private static final Duration LOOKUP_TIMEOUT = Duration.ofMinutes(1);

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;
    private final Coalescer<SubscriberId, Mono<Subscriber>> lookups =
            new Coalescer<>(this::withAll, LARGEST_LOOKUP, LOOKUP_TIMEOUT);

    MongoSubscribers(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<Boolean> add(Subscriber subscriber) {
        return Mono.from(collection.insertOne(SubscriberDocuments.toDocument(subscriber)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, taken -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(Subscriber next) {
        var previous = and(
                eq(SubscriberDocuments.ID, next.id().value()), eq(SubscriberDocuments.REVISION, next.revision() - 1));
        return Mono.from(collection.replaceOne(previous, SubscriberDocuments.toDocument(next)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Moved> move(Subscriber next) {
        return replace(next)
                .map(stored -> stored ? Moved.MOVED : Moved.CHANGED_SINCE)
                .onErrorResume(MongoFailures::isDuplicateKey, taken -> Mono.just(Moved.TAKEN));
    }

    @Override
    public Mono<Subscriber> with(EmailAddress address) {
        return findOne(eq(SubscriberDocuments.KEY, address.key()));
    }

    @Override
    public Mono<Subscriber> with(SubscriberId id) {
        return lookups.request(id).flatMap(found -> found);
    }

    @Override
    public Flux<SubscriberId> wanting(PostTopics post) {
        var keys = new ArrayList<@Nullable String>(PreferenceDocuments.keys(post));
        // Null stands for the absent field of a document that an earlier version wrote.
        keys.add(null);
        var byScope = and(isActive(), in(SubscriberDocuments.AUDIENCE, keys));
        var byTerm = and(in(SubscriberDocuments.WATCH, post.words()), nin(SubscriberDocuments.AUDIENCE, keys));
        return post.words().isEmpty() ? ids(byScope) : ids(byScope).concatWith(ids(byTerm));
    }

    @Override
    public Flux<SubscriberId> by(DigestSchedule schedule) {
        return ids(and(isActive(), eq(SubscriberDocuments.AUDIENCE, PreferenceDocuments.key(schedule))));
    }

    @Override
    public Flux<Pending> pending() {
        return Flux.from(collection
                        .find(eq(SubscriberDocuments.STATE, SubscriberDocuments.PENDING))
                        .batchSize(CURSOR_BATCH))
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, SubscriberDocuments::toSubscriber))
                .ofType(Pending.class);
    }

    @Override
    public Mono<Boolean> remove(Subscriber known) {
        var asKnown =
                and(eq(SubscriberDocuments.ID, known.id().value()), eq(SubscriberDocuments.REVISION, known.revision()));
        return Mono.from(collection.deleteOne(asKnown)).map(result -> result.getDeletedCount() == 1);
    }

    private Flux<SubscriberId> ids(Bson filter) {
        return Flux.from(collection
                        .find(filter)
                        .projection(Projections.include(SubscriberDocuments.ID))
                        .batchSize(CURSOR_BATCH))
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, SubscriberDocuments::id));
    }

    private static Bson isActive() {
        return eq(SubscriberDocuments.STATE, SubscriberDocuments.ACTIVE);
    }

    /** Senders look up one subscriber after the other. */
    private Mono<List<Mono<Subscriber>>> withAll(List<SubscriberId> ids) {
        var values = ids.stream().map(SubscriberId::value).collect(Collectors.toSet());
        return Flux.from(collection.find(in(SubscriberDocuments.ID, values)))
                .collectMap(document -> document.get(SubscriberDocuments.ID), this::read)
                .map(found -> ids.stream()
                        .map(id -> found.getOrDefault(id.value(), Mono.empty()))
                        .toList());
    }

    private Mono<Subscriber> read(Document document) {
        return Mono.fromCallable(() -> reader.read(COLLECTION, document, SubscriberDocuments::toSubscriber));
    }

    private Mono<Subscriber> findOne(Bson filter) {
        return Mono.from(collection.find(filter).first())
                .map(document -> reader.read(COLLECTION, document, SubscriberDocuments::toSubscriber));
    }
}
