package org.vedette.notification.alerts;

/** The number of deliveries of an alert in each state. */
public record DeliveryCounts(long sent, long deferred, long bounced, long suppressed, long uncertain, long claimed) {

    /** The counts of an alert without deliveries. */
    public static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0);

    /** The number of all of them. */
    public long total() {
        return sent + deferred + bounced + suppressed + uncertain + claimed;
    }
}
