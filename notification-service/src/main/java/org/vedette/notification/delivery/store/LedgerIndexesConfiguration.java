package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoClient;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.mongo.CollectionIndexes;

/**
 * Declares the indexes of the collection {@code deliveries}: sweeps search by state, reports by alert, bounces and subscribers'
 * own mails by subscriber, and what is too old by age.
 */
@Configuration(proxyBeanMethods = false)
class LedgerIndexesConfiguration {

    @Bean
    CollectionIndexes ledgerIndexes(MongoClient client, NotificationServiceProperties properties) {
        return new CollectionIndexes(
                client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION),
                List.of(
                        new IndexModel(ascending(DeliveryDocuments.STATE)),
                        new IndexModel(ascending(DeliveryDocuments.ALERT)),
                        new IndexModel(ascending(DeliveryDocuments.SUBSCRIBER)),
                        new IndexModel(ascending(DeliveryDocuments.OPENED_AT))));
    }
}
