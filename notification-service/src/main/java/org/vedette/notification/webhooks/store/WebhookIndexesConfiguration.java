package org.vedette.notification.webhooks.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoClient;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the indexes of the collection {@code webhookDeliveries}: turns search by queue, pages by webhook, counts by status. */
@Configuration(proxyBeanMethods = false)
class WebhookIndexesConfiguration {

    @Bean
    CollectionIndexes webhookDeliveryIndexes(MongoClient client, NotificationServiceProperties properties) {
        return new CollectionIndexes(
                client.getDatabase(properties.database()).getCollection(MongoDeliveryLedger.COLLECTION),
                List.of(
                        new IndexModel(ascending(MongoDeliveryLedger.QUEUE)),
                        new IndexModel(ascending(MongoDeliveryLedger.WEBHOOK)),
                        new IndexModel(ascending(MongoDeliveryLedger.STATUS))));
    }
}
