package org.vedette.notification.subscribers;

import java.time.Instant;
import java.util.List;

/** Has unsubscribed, and may subscribe again. */
public record Unsubscribed(SubscriberId id, EmailAddress address, long revision, Instant unsubscribedAt)
        implements Subscriber {

    Pending subscribe(Instant now) {
        return new Pending(id, address, revision + 1, revision + 1, List.of(now));
    }
}
