package org.vedette.notification.retention;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Lets one process at a time remove what is too old. */
public interface RetentionTurn {

    /** Takes the turn until a certain time; false when another process has it. */
    Mono<Boolean> take(Instant now, Instant until);
}
