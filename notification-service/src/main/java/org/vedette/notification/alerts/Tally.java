package org.vedette.notification.alerts;

/** How many deliveries of an alert are in which state. */
public record Tally(long sent, long deferred, long bounced, long suppressed, long uncertain, long claimed) {

    /** Nothing has been tried. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    long total() {
        return sent + deferred + bounced + suppressed + uncertain + claimed;
    }
}
