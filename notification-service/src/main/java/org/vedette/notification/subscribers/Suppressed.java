package org.vedette.notification.subscribers;

import java.time.Instant;

/** Must not be mailed, because the mail server said that there is no such mailbox. */
public record Suppressed(SubscriberId id, EmailAddress address, long revision, String reason, Instant since)
        implements Subscriber {}
