package org.vedette.notification.subscribers;

import java.time.Duration;
import java.time.Instant;

/**
 * A change of a subscriber's address, which both mailboxes have to confirm.
 *
 * @param to the new address
 * @param requestedAt when it was requested; links of another request are invalid
 * @param confirmedByOld whether the link in the old mailbox was followed
 * @param confirmedByNew whether the link in the new mailbox was followed
 */
public record AddressChange(EmailAddress to, Instant requestedAt, boolean confirmedByOld, boolean confirmedByNew) {

    /** How long its links work. */
    public static final Duration VALIDITY = Duration.ofDays(2);

    /** One of the two mailboxes. */
    public enum Mailbox {
        OLD,
        NEW
    }

    /** The same after a mailbox has confirmed. */
    public AddressChange confirmedBy(Mailbox mailbox) {
        return new AddressChange(
                to, requestedAt, confirmedByOld || mailbox == Mailbox.OLD, confirmedByNew || mailbox == Mailbox.NEW);
    }

    public boolean isComplete() {
        return confirmedByOld && confirmedByNew;
    }

    /** Whether its links are too old. */
    public boolean isExpired(Instant now) {
        return requestedAt.plus(VALIDITY).isBefore(now);
    }
}
