package org.vedette.notification.alerts;

/**
 * An alert and the states of its deliveries. The numbers always add up: {@code audience = sent + deferred + bounced +
 * suppressed + uncertain + abandoned + inProgress}.
 */
public record AlertReport(Alert alert, DeliveryCounts counts) {

    /** The number of subscribers the alert goes to, as far as it is known now. */
    public long audience() {
        // A plan repeated after a crash can miss a subscriber who got the mail by the first plan and unsubscribed
        // since.
        return Math.max(alert.audience(), counts.total());
    }

    /** The number of deliveries whose mail was handed over without a reply, whether or not they are sent again. */
    public long uncertain() {
        return counts.uncertain() + counts.repeated();
    }

    /** The number of deliveries that are still attempted by themselves. */
    public long open() {
        return inProgress() + counts.deferred() + counts.repeated();
    }

    /** The number of deliveries that are being attempted now or were not attempted yet. */
    public long inProgress() {
        return audience() - counts.total() + counts.claimed();
    }
}
