package org.vedette.notification.subscribers;

/**
 * Somebody who gave an address. Only an {@link Active} one is told anything.
 *
 * <p>Every change of state counts {@link #revision()} up by one, which is what guards its storing.
 */
public sealed interface Subscriber permits Pending, Active, Unsubscribed, Suppressed {

    SubscriberId id();

    EmailAddress address();

    /** Starts at 1. */
    long revision();
}
