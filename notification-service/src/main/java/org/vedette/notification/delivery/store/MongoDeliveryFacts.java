package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.reports.DeliveryFacts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DeliveryFacts} from the collection {@code deliveries}. */
@Component
class MongoDeliveryFacts implements DeliveryFacts {

    private static final String FIRST = "first";
    private static final String LAST = "last";

    private final MongoCollection<Document> collection;

    MongoDeliveryFacts(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
    }

    @Override
    public Mono<SendTimes> sendTimes(AlertId alert) {
        var at = "$" + DeliveryDocuments.AT;
        return Mono.from(collection
                        .aggregate(List.of(
                                Aggregates.match(and(
                                        eq(DeliveryDocuments.ALERT, alert.value()),
                                        eq(DeliveryDocuments.STATE, DeliveryDocuments.SENT))),
                                Aggregates.group(null, Accumulators.min(FIRST, at), Accumulators.max(LAST, at))))
                        .first())
                .map(group -> new SendTimes(instant(group, FIRST), instant(group, LAST)))
                .defaultIfEmpty(new SendTimes(null, null));
    }

    @Override
    public Flux<String> deferred(AlertId alert, int limit) {
        return replies(alert, limit, DeliveryDocuments.DEFERRED, DeliveryDocuments.REPEATED);
    }

    @Override
    public Flux<String> failed(AlertId alert, int limit) {
        return replies(alert, limit, DeliveryDocuments.BOUNCED, DeliveryDocuments.ABANDONED);
    }

    private Flux<String> replies(AlertId alert, int limit, String... states) {
        return Flux.from(collection
                        .find(and(eq(DeliveryDocuments.ALERT, alert.value()), in(DeliveryDocuments.STATE, states)))
                        .projection(Projections.include(DeliveryDocuments.REPLY))
                        .limit(limit))
                .map(row -> Objects.requireNonNullElse(row.getString(DeliveryDocuments.REPLY), ""));
    }

    private static @Nullable Instant instant(Document group, String field) {
        var date = group.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
