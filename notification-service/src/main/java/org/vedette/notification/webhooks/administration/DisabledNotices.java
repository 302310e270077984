package org.vedette.notification.webhooks.administration;

import java.time.Instant;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The webhooks about whose end the admins are to be told. */
public interface DisabledNotices {

    /** Takes those over that nobody tells about, until a time. */
    Flux<Webhook> claim(Instant now, Instant until);

    /** Notes that the admins were told. */
    Mono<Void> notified(WebhookId id);
}
