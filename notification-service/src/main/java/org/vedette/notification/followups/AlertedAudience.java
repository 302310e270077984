package org.vedette.notification.followups;

import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;

/** Those who were mailed. */
public interface AlertedAudience {

    /** The subscribers to whom an alert was sent, streamed from the store. */
    Flux<SubscriberId> of(AlertId alert);
}
