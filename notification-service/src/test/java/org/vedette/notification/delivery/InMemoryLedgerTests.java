package org.vedette.notification.delivery;

import org.vedette.notification.delivery.control.DeliveryChanges;

class InMemoryLedgerTests extends LedgerContract {

    private final InMemoryLedger ledger = new InMemoryLedger();

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected DeliveryChanges changes() {
        return ledger;
    }
}
