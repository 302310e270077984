package org.vedette.notification.subscribers;

import java.util.Objects;
import java.util.UUID;

/** Identity of a subscriber; stays the same when the subscriber unsubscribes and subscribes again. */
public record SubscriberId(UUID value) {

    public SubscriberId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
