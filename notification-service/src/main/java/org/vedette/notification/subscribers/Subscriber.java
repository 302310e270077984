package org.vedette.notification.subscribers;

/**
 * A person with a mail address. Only an {@link Active} one gets alerts.
 *
 * <p>Every change of state increments {@link #revision()}, which guards updates of the stored subscriber.
 */
public sealed interface Subscriber permits Pending, Active, Unsubscribed, Suppressed {

    SubscriberId id();

    EmailAddress address();

    /** Starts at 1. */
    long revision();

    Profile profile();
}
