package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.followups.AlertedAudience;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;

/** {@link AlertedAudience} from the collection {@code deliveries}. */
@Component
class MongoAlertedAudience implements AlertedAudience {

    private static final int CURSOR_BATCH = 2_000;

    private final MongoCollection<Document> collection;

    MongoAlertedAudience(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
    }

    @Override
    public Flux<SubscriberId> of(AlertId alert) {
        var sent = and(eq(DeliveryDocuments.ALERT, alert.value()), eq(DeliveryDocuments.STATE, DeliveryDocuments.SENT));
        return Flux.from(collection
                        .find(sent)
                        .projection(Projections.include(DeliveryDocuments.SUBSCRIBER))
                        .batchSize(CURSOR_BATCH))
                .map(row -> new SubscriberId(row.get(DeliveryDocuments.SUBSCRIBER, UUID.class)));
    }
}
