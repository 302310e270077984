package org.vedette.notification.alerts;

import java.util.List;
import org.vedette.notification.subscribers.SubscriberId;

/** A chunk of the audience of an alert. */
public record Mailing(AlertId alert, List<SubscriberId> subscribers) {

    public Mailing {
        subscribers = List.copyOf(subscribers);
    }
}
