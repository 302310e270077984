package org.vedette.notification.controls;

import java.time.Instant;
import java.util.Collection;
import org.vedette.notification.alerts.AlertId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored decisions of operators. */
public interface Controls {

    /** What was decided about an alert; one without decisions when there is nothing. */
    Mono<AlertControl> of(AlertId alert);

    /** What was decided about some alerts; those without decisions may be missing. */
    Flux<AlertControl> of(Collection<AlertId> alerts);

    /** All that are held, and those that were cancelled after a certain time. */
    Flux<AlertControl> inForce(Instant cancelledAfter);

    /** Stores the next revision; false when the stored revision is not the one before it. */
    Mono<Boolean> store(AlertControl next, Instant now);

    Mono<MailSwitch> mailSwitch();

    /** Stores the next revision; false when the stored revision is not the one before it. */
    Mono<Boolean> store(MailSwitch next);
}
