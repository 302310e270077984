package org.vedette.notification.alerts.store;

import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.AlertsContract;
import org.vedette.testsupport.infrastructure.Infrastructure;

class MongoAlertsIT extends AlertsContract {

    private final Alerts alerts =
            new MongoAlerts(TestStore.client(), TestProperties.withDatabase(Infrastructure.freshDatabase("alerts")));

    @Override
    protected Alerts alerts() {
        return alerts;
    }
}
