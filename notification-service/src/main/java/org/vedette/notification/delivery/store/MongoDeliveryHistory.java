package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Comparator;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.selfservice.DeliveryHistory;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DeliveryHistory} from the collection {@code deliveries}. */
@Component
class MongoDeliveryHistory implements DeliveryHistory {

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoDeliveryHistory(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
        this.reader = reader;
    }

    @Override
    public Flux<Mail> of(SubscriberId subscriber) {
        return Flux.from(collection.find(of(subscriber.value())))
                .mapNotNull(row -> reader.readOrSkip(MongoLedger.COLLECTION, row, MongoDeliveryHistory::mail))
                .sort(Comparator.comparing(Mail::at).reversed());
    }

    @Override
    public Mono<Void> forget(Subscriber subscriber) {
        var own = of(subscriber.id().value());
        return Mono.from(collection.updateMany(own, set(DeliveryDocuments.REPLY, "erased with the subscriber")))
                .then(Mono.from(collection.deleteMany(addressedTo(subscriber.address()))))
                .then();
    }

    /** Test mails and notices that are done, whose rows hold the address itself. */
    private static Bson addressedTo(EmailAddress address) {
        return and(
                of(DeliveryId.nobody(address).value()),
                nin(
                        DeliveryDocuments.STATE,
                        DeliveryDocuments.DEFERRED,
                        DeliveryDocuments.REPEATED,
                        DeliveryDocuments.CLAIMED));
    }

    private static Bson of(Object subscriber) {
        return eq(DeliveryDocuments.SUBSCRIBER, subscriber);
    }

    private static Mail mail(Document row) {
        return new Mail(
                row.getString(DeliveryDocuments.ID),
                row.getString(DeliveryDocuments.ALERT),
                state(row),
                row.getDate(DeliveryDocuments.AT).toInstant(),
                row.getInteger(DeliveryDocuments.ATTEMPTS),
                words(row));
    }

    private static String state(Document row) {
        var state = row.getString(DeliveryDocuments.STATE);
        return state.equals(DeliveryDocuments.BOUNCED)
                ? state + " (" + DeliveryDocuments.bounceKind(row).name().toLowerCase(Locale.ROOT) + ")"
                : state;
    }

    private static @Nullable String words(Document row) {
        var reply = row.getString(DeliveryDocuments.REPLY);
        var complaint = row.getString(DeliveryDocuments.COMPLAINT);
        return complaint == null ? reply : reply + "; " + complaint;
    }
}
