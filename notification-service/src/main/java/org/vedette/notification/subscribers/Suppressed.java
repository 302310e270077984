package org.vedette.notification.subscribers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Must not get mail, because the mail server replied that there is no such mailbox. Whoever confirms anew has one. */
public record Suppressed(
        SubscriberId id, EmailAddress address, long revision, Profile profile, String reason, Instant since)
        implements Subscriber {

    /** Somebody asks for the subscription again. */
    public Pending subscribe(@Nullable Consent consent, Instant now) {
        return Pending.again(this, new Pending.Ending(since, reason), consent, now);
    }
}
