package org.vedette.notification.subscribers.store;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import reactor.core.publisher.Mono;

/**
 * The indexes of the collection {@code subscribers}, made before the first request: one of them is what keeps an
 * address from being taken twice.
 */
@Component
class SubscriberIndexes implements InitializingBean {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MongoClient client;
    private final NotificationServiceProperties properties;

    SubscriberIndexes(MongoClient client, NotificationServiceProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        var collection = client.getDatabase(properties.database()).getCollection(MongoSubscribers.COLLECTION);
        Mono.from(collection.createIndex(Indexes.ascending(SubscriberMapping.KEY), new IndexOptions().unique(true)))
                .then(Mono.from(collection.createIndex(Indexes.ascending(SubscriberMapping.STATE))))
                .block(PATIENCE);
    }
}
