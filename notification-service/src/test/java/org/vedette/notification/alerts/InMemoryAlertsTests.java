package org.vedette.notification.alerts;

class InMemoryAlertsTests extends AlertsContract {

    private final Alerts alerts = new InMemoryAlerts();

    @Override
    protected Alerts alerts() {
        return alerts;
    }
}
