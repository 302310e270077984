package org.vedette.notification.subscribers.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.operators.SubscriberDirectory;
import org.vedette.notification.operators.SubscriberState;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link SubscriberDirectory} from the collection {@code subscribers}. */
@Component
class MongoSubscriberDirectory implements SubscriberDirectory {

    private static final String COUNT = "count";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoSubscriberDirectory(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoSubscribers.COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<Map<SubscriberState, Long>> counts() {
        return Flux.from(collection.aggregate(
                        List.of(Aggregates.group("$" + SubscriberDocuments.STATE, Accumulators.sum(COUNT, 1L)))))
                .collectMap(
                        group -> SubscriberState.valueOf(
                                group.getString(SubscriberDocuments.ID).toUpperCase(Locale.ROOT)),
                        group -> group.get(COUNT, Number.class).longValue());
    }

    @Override
    public Flux<Subscriber> newest(@Nullable SubscriberState state, @Nullable SubscriberId before, int limit) {
        var filters = new ArrayList<Bson>();
        if (state != null) {
            filters.add(eq(SubscriberDocuments.STATE, state.name().toLowerCase(Locale.ROOT)));
        }
        if (before != null) {
            filters.add(lt(SubscriberDocuments.ID, before.value()));
        }
        return Flux.from(collection
                        .find(filters.isEmpty() ? Filters.empty() : and(filters))
                        .sort(Sorts.descending(SubscriberDocuments.ID))
                        .limit(limit))
                .mapNotNull(this::read);
    }

    @Override
    public Flux<Subscriber> all() {
        return Flux.from(collection.find()).mapNotNull(this::read);
    }

    private @Nullable Subscriber read(Document document) {
        return reader.readOrSkip(MongoSubscribers.COLLECTION, document, SubscriberDocuments::toSubscriber);
    }
}
