package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.digests.MailedPosts;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link MailedPosts} from the collection {@code deliveries}, by the ids of its rows. */
@Component
class MongoMailedPosts implements MailedPosts {

    private final MongoCollection<Document> collection;

    MongoMailedPosts(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
    }

    @Override
    public Mono<Set<UUID>> of(SubscriberId subscriber, Collection<UUID> posts) {
        var ids = posts.stream()
                .map(post -> new DeliveryId.OfAlert(AlertId.ofPost(post), subscriber).value())
                .toList();
        var sent = and(in(DeliveryDocuments.ID, ids), eq(DeliveryDocuments.STATE, DeliveryDocuments.SENT));
        return Flux.from(collection.find(sent).projection(Projections.include(DeliveryDocuments.ALERT)))
                .map(row -> UUID.fromString(row.getString(DeliveryDocuments.ALERT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
