package org.vedette.notification.delivery.store;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import reactor.core.publisher.Mono;

/** The indexes of the collection {@code deliveries}, for the relay (by state) and for reports (by alert). */
@Component
class LedgerIndexes implements InitializingBean {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MongoClient client;
    private final NotificationServiceProperties properties;

    LedgerIndexes(MongoClient client, NotificationServiceProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        var collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
        Mono.from(collection.createIndex(Indexes.ascending(DeliveryMapping.STATE)))
                .then(Mono.from(collection.createIndex(Indexes.ascending(DeliveryMapping.ALERT))))
                .block(PATIENCE);
    }
}
