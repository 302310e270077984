package org.vedette.notification.subscribers;

import java.util.UUID;

/** Identity of a subscriber; stays when the subscriber leaves and comes back. */
public record SubscriberId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
