package org.vedette.notification.subscribers;

import java.time.Instant;

/** Has confirmed the address and gets an alert about every post. */
public record Active(SubscriberId id, EmailAddress address, long revision, Instant confirmedAt) implements Subscriber {

    Unsubscribed unsubscribe(Instant now) {
        return new Unsubscribed(id, address, revision + 1, now);
    }

    Suppressed suppress(String reason, Instant now) {
        return new Suppressed(id, address, revision + 1, reason, now);
    }
}
