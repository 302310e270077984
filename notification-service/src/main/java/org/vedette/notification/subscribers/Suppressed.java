package org.vedette.notification.subscribers;

import java.time.Instant;

/** Must not get mail, because the mail server replied that there is no such mailbox. */
public record Suppressed(SubscriberId id, EmailAddress address, long revision, String reason, Instant since)
        implements Subscriber {}
