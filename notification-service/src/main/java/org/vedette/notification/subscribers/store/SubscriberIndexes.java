package org.vedette.notification.subscribers.store;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.StorePreparation;
import reactor.core.publisher.Mono;

/**
 * The indexes of the collection {@code subscribers}, made before the first request: one of them is what keeps an
 * address from being taken twice.
 */
@Component
class SubscriberIndexes implements StorePreparation {

    private final MongoClient client;
    private final NotificationServiceProperties properties;

    SubscriberIndexes(MongoClient client, NotificationServiceProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    @Override
    public Mono<Void> prepare() {
        var collection = client.getDatabase(properties.database()).getCollection(MongoSubscribers.COLLECTION);
        return Mono.from(collection.createIndex(
                        Indexes.ascending(SubscriberMapping.KEY), new IndexOptions().unique(true)))
                .then(Mono.from(collection.createIndex(Indexes.ascending(SubscriberMapping.STATE))))
                .then();
    }
}
