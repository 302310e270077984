package org.vedette.notification.subscribers.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Projections;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.retention.SubscriberRetention;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link SubscriberRetention} in the collection {@code subscribers}. A subscriber who changes at the same moment may keep it until the
 * next time.
 */
@Component
class MongoSubscriberRetention implements SubscriberRetention {

    private final MongoCollection<Document> collection;

    MongoSubscriberRetention(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoSubscribers.COLLECTION);
    }

    @Override
    public Mono<Long> forgetClients(Instant givenBefore, int limit) {
        var old = and(
                lt(ProfileDocuments.CONSENT_GIVEN_AT, Date.from(givenBefore)),
                or(ne(ProfileDocuments.CONSENT_CLIENT, null), ne(ProfileDocuments.CONSENT_CONFIRMED_BY, null)));
        var forgotten =
                combine(set(ProfileDocuments.CONSENT_CLIENT, null), set(ProfileDocuments.CONSENT_CONFIRMED_BY, null));
        return update(old, forgotten, limit);
    }

    @Override
    public Mono<Long> forgetConsents(Instant leftBefore, int limit) {
        var old = and(
                eq(SubscriberDocuments.STATE, SubscriberDocuments.UNSUBSCRIBED),
                lt(SubscriberDocuments.SINCE, Date.from(leftBefore)),
                ne(ProfileDocuments.CONSENT, null));
        return update(old, unset(ProfileDocuments.CONSENT), limit);
    }

    private Mono<Long> update(Bson filter, Bson change, int limit) {
        return Flux.from(collection
                        .find(filter)
                        .projection(Projections.include(SubscriberDocuments.ID))
                        .limit(limit))
                .map(document -> document.get(SubscriberDocuments.ID, UUID.class))
                .collectList()
                .flatMap(ids -> ids.isEmpty()
                        ? Mono.just(0L)
                        : Mono.from(collection.updateMany(in(SubscriberDocuments.ID, ids), change))
                                .map(UpdateResult::getMatchedCount));
    }
}
