package org.vedette.notification.delivery.store;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.StorePreparation;
import reactor.core.publisher.Mono;

/** The indexes of the collection {@code deliveries}, for the relay (by state) and for reports (by alert). */
@Component
class LedgerIndexes implements StorePreparation {

    private final MongoClient client;
    private final NotificationServiceProperties properties;

    LedgerIndexes(MongoClient client, NotificationServiceProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    @Override
    public Mono<Void> prepare() {
        var collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
        return Mono.from(collection.createIndex(Indexes.ascending(DeliveryMapping.STATE)))
                .then(Mono.from(collection.createIndex(Indexes.ascending(DeliveryMapping.ALERT))))
                .then();
    }
}
