package org.vedette.notification.alerts;

/**
 * The number of deliveries of an alert in each state.
 *
 * @param uncertain those that got no reply and are not sent again by themselves
 * @param repeated those that got no reply and are sent again
 * @param attempts attempts at all of them
 * @param possibleDoubles attempts although an earlier one may have reached the subscriber
 */
public record DeliveryCounts(
        long sent,
        long deferred,
        long bounced,
        long suppressed,
        long uncertain,
        long repeated,
        long abandoned,
        long claimed,
        long attempts,
        long possibleDoubles) {

    /** The counts of an alert without deliveries. */
    public static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The number of all of them. */
    public long total() {
        return sent + deferred + bounced + suppressed + uncertain + repeated + abandoned + claimed;
    }
}
