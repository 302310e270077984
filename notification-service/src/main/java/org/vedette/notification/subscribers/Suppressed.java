package org.vedette.notification.subscribers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Must not get mail, because the mail server replied that there is no such mailbox, or an operator decided it. Whoever confirms
 * anew gets mail again.
 *
 * @param confirmedAt since when the subscriber was active before; null for who had not confirmed, or when it is not known
 */
public record Suppressed(
        SubscriberId id,
        EmailAddress address,
        long revision,
        Profile profile,
        String reason,
        Instant since,
        @Nullable Instant confirmedAt)
        implements Subscriber {

    /** The suppression was a mistake: the state from before, or as if the subscriber had left. */
    public Subscriber lifted(Instant now) {
        return confirmedAt == null
                ? new Unsubscribed(id, address, revision + 1, profile, now)
                : new Active(id, address, revision + 1, profile, confirmedAt);
    }

    /** Somebody asks for the subscription again. */
    public Pending subscribe(@Nullable Consent consent, Instant now) {
        return Pending.again(this, new Pending.Ending(since, reason, profile.consent(), confirmedAt), consent, now);
    }
}
