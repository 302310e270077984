package org.vedette.notification.controls.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoClient;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the index of the collection {@code controls}: what is in force is found by state. */
@Configuration(proxyBeanMethods = false)
class ControlIndexesConfiguration {

    @Bean
    CollectionIndexes controlIndexes(MongoClient client, NotificationServiceProperties properties) {
        return new CollectionIndexes(
                client.getDatabase(properties.database()).getCollection(MongoControls.COLLECTION),
                List.of(new IndexModel(ascending(ControlDocuments.STATE))));
    }
}
