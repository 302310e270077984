package org.vedette.notification.subscribers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has unsubscribed, and may subscribe again. */
public record Unsubscribed(
        SubscriberId id, EmailAddress address, long revision, Profile profile, Instant unsubscribedAt)
        implements Subscriber {

    /** Somebody asks for the subscription again. */
    public Pending subscribe(@Nullable Consent consent, Instant now) {
        return Pending.again(this, new Pending.Ending(unsubscribedAt, null, profile.consent(), null), consent, now);
    }
}
