package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.Map;
import org.bson.Document;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The numbers of alerts whose rows are removed, in the collection {@code deliveryTotals}. */
final class DeliveryTotals {

    private final MongoCollection<Document> collection;

    DeliveryTotals(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection("deliveryTotals");
    }

    Mono<Void> keep(AlertId alert, DeliveryCounts counts) {
        var document = new Document(DeliveryDocuments.ID, alert.value())
                .append(DeliveryDocuments.SENT, counts.sent())
                .append(DeliveryDocuments.BOUNCED, counts.bounced())
                .append(DeliveryDocuments.SUPPRESSED, counts.suppressed())
                .append(DeliveryDocuments.UNCERTAIN, counts.uncertain())
                .append(DeliveryDocuments.ABANDONED, counts.abandoned())
                .append(DeliveryDocuments.ATTEMPTS, counts.attempts())
                .append(DeliveryDocuments.POSSIBLE_DOUBLES, counts.possibleDoubles());
        return Mono.from(collection.insertOne(document))
                .then()
                .onErrorResume(MongoFailures::isDuplicateKey, kept -> Mono.empty());
    }

    Mono<Map<AlertId, DeliveryCounts>> of(Collection<AlertId> alerts) {
        var ids = alerts.stream().map(AlertId::value).toList();
        return Flux.from(collection.find(in(DeliveryDocuments.ID, ids)))
                .collectMap(document -> new AlertId(document.getString(DeliveryDocuments.ID)), DeliveryTotals::counts);
    }

    private static DeliveryCounts counts(Document document) {
        return new DeliveryCounts(
                document.getLong(DeliveryDocuments.SENT),
                0,
                document.getLong(DeliveryDocuments.BOUNCED),
                document.getLong(DeliveryDocuments.SUPPRESSED),
                document.getLong(DeliveryDocuments.UNCERTAIN),
                0,
                document.getLong(DeliveryDocuments.ABANDONED),
                0,
                document.getLong(DeliveryDocuments.ATTEMPTS),
                document.getLong(DeliveryDocuments.POSSIBLE_DOUBLES));
    }
}
