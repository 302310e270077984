package org.vedette.notification.operators;

/** The states of subscribers, as operators choose them. */
public enum SubscriberState {
    PENDING,
    ACTIVE,
    UNSUBSCRIBED,
    SUPPRESSED
}
