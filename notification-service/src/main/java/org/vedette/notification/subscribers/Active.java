package org.vedette.notification.subscribers;

import java.time.Instant;
import org.vedette.notification.preferences.Preferences;

/** Has confirmed the address and gets mail as the preferences say. */
public record Active(SubscriberId id, EmailAddress address, long revision, Profile profile, Instant confirmedAt)
        implements Subscriber {

    public Preferences preferences() {
        return profile.preferences();
    }

    /** The same in another revision: a request that changes nothing takes as long as one that does. */
    public Active touched() {
        return with(profile);
    }

    /** The same with another profile. */
    public Active with(Profile other) {
        return new Active(id, address, revision + 1, other, confirmedAt);
    }

    /** The same with another address, and no change under way. */
    public Active movedTo(EmailAddress other) {
        return new Active(id, other, revision + 1, profile.with((AddressChange) null), confirmedAt);
    }

    /** The subscriber leaves. */
    public Unsubscribed unsubscribe(Instant now) {
        return new Unsubscribed(id, address, revision + 1, profile, now);
    }

    /** The mailbox does not exist, or must not get mail any more. */
    public Suppressed suppress(String reason, Instant now) {
        return new Suppressed(id, address, revision + 1, profile, reason, now, confirmedAt);
    }
}
