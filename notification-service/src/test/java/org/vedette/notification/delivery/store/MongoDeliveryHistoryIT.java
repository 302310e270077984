package org.vedette.notification.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.Delivery;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.testmails.TestMail;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@WithInfrastructure
class MongoDeliveryHistoryIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final String database = Infrastructure.freshDatabase("history");
    private final MongoDeliveryHistory history =
            new MongoDeliveryHistory(TestStore.client(), TestStore.reader(), TestProperties.withDatabase(database));
    private final AlertId alert = AlertId.ofPost(UUID.randomUUID());
    private final Active ada = anActiveSubscriber();
    private final Active grace = anActiveSubscriber();

    @Test
    void noRowHoldsTheAddressOfSomebodyWhoWasErased() {
        sent(new DeliveryId.OfAlert(alert, ada.id()));
        sent(new DeliveryId.OfTest(new TestMail(alert, ada.address(), "grace", NOW)));
        sent(new DeliveryId.OfNotice(Notice.FAILED, alert, ada.address()));
        sent(new DeliveryId.OfNotice(Notice.FAILED, alert, grace.address()));

        history.forget(ada).block(TIMEOUT);

        assertThat(Flux.from(rows().find()).map(Document::toJson).collectList().block(TIMEOUT))
                .hasSize(2)
                .noneMatch(row -> row.contains(ada.address().value()))
                .anyMatch(row -> row.contains(grace.address().value()));
    }

    private void sent(DeliveryId id) {
        var state = new DeliveryState.Sent(NOW, "250 ok for " + ada.address().value());
        var kept = id instanceof DeliveryId.OfNotice notice && notice.to().equals(grace.address())
                ? new DeliveryState.Sent(NOW, "250 ok")
                : state;
        var row = DeliveryDocuments.toDocument(new Delivery(id, kept, 1, NOW));
        assertThat(Mono.from(rows().insertOne(row)).block(TIMEOUT)).isNotNull();
    }

    private MongoCollection<Document> rows() {
        return TestStore.client().getDatabase(database).getCollection(MongoLedger.COLLECTION);
    }
}
