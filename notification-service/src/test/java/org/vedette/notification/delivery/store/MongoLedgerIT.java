package org.vedette.notification.delivery.store;

import java.time.Duration;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.delivery.Ledger;
import org.vedette.notification.delivery.LedgerContract;
import org.vedette.testsupport.infrastructure.Infrastructure;

class MongoLedgerIT extends LedgerContract {

    private static final Ledger LEDGER = onAFreshDatabase();

    @Override
    protected Ledger ledger() {
        return LEDGER;
    }

    private static Ledger onAFreshDatabase() {
        var properties = TestProperties.withDatabase(Infrastructure.freshDatabase("ledger"));
        new LedgerIndexes(TestStore.client(), properties).prepare().block(Duration.ofSeconds(20));
        return new MongoLedger(TestStore.client(), properties);
    }
}
