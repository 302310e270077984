package org.vedette.notification.digests.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoClient;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the index of the collection {@code posts}: a digest searches the days of its period. */
@Configuration(proxyBeanMethods = false)
class DigestIndexesConfiguration {

    @Bean
    CollectionIndexes digestedPostIndexes(MongoClient client, NotificationServiceProperties properties) {
        return new CollectionIndexes(
                client.getDatabase(properties.database()).getCollection(MongoDigestedPosts.COLLECTION),
                List.of(new IndexModel(ascending(DigestedPostDocuments.DAY))));
    }
}
