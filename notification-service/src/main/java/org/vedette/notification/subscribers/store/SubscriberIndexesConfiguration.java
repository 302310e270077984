package org.vedette.notification.subscribers.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the indexes of the collection {@code subscribers}; one of them makes addresses unique, others find an audience. */
@Configuration(proxyBeanMethods = false)
class SubscriberIndexesConfiguration {

    @Bean
    CollectionIndexes subscriberIndexes(MongoClient client, NotificationServiceProperties properties) {
        return new CollectionIndexes(
                client.getDatabase(properties.database()).getCollection(MongoSubscribers.COLLECTION),
                List.of(
                        new IndexModel(ascending(SubscriberDocuments.KEY), new IndexOptions().unique(true)),
                        new IndexModel(ascending(SubscriberDocuments.STATE)),
                        new IndexModel(ascending(SubscriberDocuments.STATE, SubscriberDocuments.AUDIENCE)),
                        new IndexModel(ascending(SubscriberDocuments.WATCH))));
    }
}
