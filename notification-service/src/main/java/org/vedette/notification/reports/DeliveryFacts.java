package org.vedette.notification.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the deliveries of an alert or a digest tell beyond their number. */
public interface DeliveryFacts {

    /**
     * When mails were taken by a mail server.
     *
     * @param first null before the first one
     */
    record SendTimes(@Nullable Instant first, @Nullable Instant last) {}

    Mono<SendTimes> sendTimes(AlertId alert);

    /** Why deliveries wait, as far as there are so many. */
    Flux<String> deferred(AlertId alert, int limit);

    /** Why deliveries bounced or were abandoned, as far as there are so many. */
    Flux<String> failed(AlertId alert, int limit);
}
