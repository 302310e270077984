package org.vedette.notification.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.delivery.Delivery;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState;
import org.vedette.notification.delivery.Ledger;
import org.vedette.notification.delivery.Ledger.Selection;
import org.vedette.notification.delivery.LedgerContract;
import org.vedette.notification.delivery.control.DeliveryChanges;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Mono;

class MongoLedgerIT extends LedgerContract {

    private static final Selection EVERYTHING = new Selection(true, Set.of());

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String DATABASE = Infrastructure.freshDatabase("ledger");
    private static final Ledger LEDGER = onAFreshDatabase();

    @Override
    protected Ledger ledger() {
        return LEDGER;
    }

    @Override
    protected DeliveryChanges changes() {
        return new MongoDeliveryChanges(TestStore.client(), TestProperties.withDatabase(DATABASE));
    }

    @Test
    void aRowThatCannotBeReadIsSuppressedAndTheOthersAreDue() {
        insert(row("unreadable", "deferred").append("attempts", "many"));
        var due = aDueDelivery();
        assertThat(LEDGER.open(due).block(TIMEOUT)).isTrue();

        assertThat(LEDGER.due(NOW, EVERYTHING, 10_000).collectList().block(TIMEOUT))
                .contains(due);

        assertThat(stored("unreadable"))
                .containsEntry("state", "suppressed")
                .containsEntry("reply", "this row could not be read");
    }

    @Test
    void anExpiredRowThatCannotBeReadIsSuppressed() {
        insert(row("without a subscriber", "claimed").append("attempts", 1));

        assertThat(LEDGER.expired(NOW.plusMillis(1), EVERYTHING, 10_000)
                        .collectList()
                        .block(TIMEOUT))
                .isNotNull();

        assertThat(stored("without a subscriber")).containsEntry("state", "suppressed");
    }

    @Test
    void anotherAttemptKeepsTheComplaintAndTheReportsOfTheRowAndNothingOfItsStateBefore() {
        var due = aDueDelivery();
        assertThat(LEDGER.open(due).block(TIMEOUT)).isTrue();
        var known = new Document("complaint", "abuse")
                .append("complainedAt", Date.from(NOW))
                .append("reports", "a");
        var row = new Document("_id", due.id().value());
        var changed = rows().updateOne(row, new Document("$set", new Document(known).append("bounce", "SOFT")));
        assertThat(Mono.from(changed).block(TIMEOUT)).isNotNull();

        var claimed = new Delivery(due.id(), new DeliveryState.Claimed("me", NOW), 1, NOW);
        assertThat(LEDGER.claim(due, claimed).block(TIMEOUT)).isTrue();
        assertThat(stored(due.id().value())).containsAllEntriesOf(known).doesNotContainKeys("reply", "bounce");
        var sent = new Delivery(due.id(), new DeliveryState.Sent(NOW, "250 ok"), 1, NOW);
        assertThat(LEDGER.settle(sent, "me").block(TIMEOUT)).isTrue();
        assertThat(LEDGER.settle(sent, "me").block(TIMEOUT)).isTrue();

        assertThat(stored(due.id().value()))
                .containsAllEntriesOf(known)
                .containsEntry("state", "sent")
                .containsEntry("attempts", 1)
                .doesNotContainKeys("owner", "bounce", "ofTheServer");
    }

    private static Delivery aDueDelivery() {
        var id = new DeliveryId.OfConfirmation(new SubscriberId(UUID.randomUUID()), NOW);
        return new Delivery(id, new DeliveryState.Deferred(NOW, "not tried yet"), 0, NOW);
    }

    private static Document row(String id, String state) {
        return new Document("_id", id)
                .append("state", state)
                .append("at", Date.from(NOW))
                .append("openedAt", Date.from(NOW))
                .append("alert", "an-alert")
                .append("owner", "me");
    }

    private static void insert(Document row) {
        Mono.from(rows().insertOne(row)).block(TIMEOUT);
    }

    private static Document stored(String id) {
        return Mono.from(rows().find(new Document("_id", id)).first())
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private static MongoCollection<Document> rows() {
        return TestStore.client().getDatabase(DATABASE).getCollection(MongoLedger.COLLECTION);
    }

    private static Ledger onAFreshDatabase() {
        var properties = TestProperties.withDatabase(DATABASE);
        TestStore.create(new LedgerIndexesConfiguration().ledgerIndexes(TestStore.client(), properties));
        return new MongoLedger(TestStore.client(), TestStore.reader(), properties);
    }
}
