package org.vedette.notification.signup;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/**
 * Forgets who has asked for a subscription and never confirmed it. Whoever had left or was suppressed before is so again, and
 * stays known for that.
 */
@MayBlock("the worker that calls it")
public final class UnconfirmedPurge {

    private static final Logger log = LoggerFactory.getLogger(UnconfirmedPurge.class);

    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final Subscribers subscribers;
    private final Duration after;
    private final Clock clock;

    /**
     * The purge.
     *
     * @param after how long after the newest request
     */
    public UnconfirmedPurge(Subscribers subscribers, Duration after, Clock clock) {
        this.subscribers = subscribers;
        this.after = after;
        this.clock = clock;
    }

    /** Purges all that are due. */
    public void run() {
        var before = clock.instant().minus(after);
        var count = subscribers
                .pending()
                .filter(pending -> pending.requestedAt().isBefore(before))
                .concatMap(this::end)
                .filter(ended -> ended)
                .count()
                .block(TIMEOUT);
        if (count != null && count > 0) {
            log.info("Purged {} subscriptions that were not confirmed within {} days", count, after.toDays());
        }
    }

    private Mono<Boolean> end(Pending pending) {
        var expired = pending.expired();
        return expired == null ? subscribers.remove(pending) : subscribers.replace(expired);
    }
}
