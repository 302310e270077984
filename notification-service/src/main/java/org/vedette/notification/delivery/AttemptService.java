package org.vedette.notification.delivery;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.vedette.notification.subscribers.DepartureService;
import reactor.core.publisher.Mono;

/** Makes one attempt at a claimed delivery and writes down what came of it. */
public final class AttemptService {

    private static final Logger log = LoggerFactory.getLogger(AttemptService.class);

    private final Claims claims;
    private final Mailer mailer;
    private final DepartureService departures;
    private final RetryPolicy policy;
    private final Clock clock;

    public AttemptService(Claims claims, Mailer mailer, DepartureService departures, RetryPolicy policy, Clock clock) {
        this.claims = claims;
        this.mailer = mailer;
        this.departures = departures;
        this.policy = policy;
        this.clock = clock;
    }

    /** Once begun it goes on to its end, whoever loses interest: a mail that is out must be written down. */
    Mono<Void> make(Delivery claimed, Mono<Letter> letter) {
        var attempt = letter.flatMap(written -> attempt(claimed, written)).doFinally(end -> claims.letGo(claimed));
        return Mono.defer(() -> Mono.fromFuture(attempt.toFuture(), true));
    }

    private Mono<Void> attempt(Delivery claimed, Letter letter) {
        if (letter instanceof Letter.Mailable mailable) {
            return mailer.send(mailable).flatMap(reply -> conclude(claimed, reply));
        }
        var reason = ((Letter.Withheld) letter).reason();
        return claims.settle(claimed.suppressed(reason, clock.instant()));
    }

    private Mono<Void> conclude(Delivery claimed, Reply reply) {
        var settled = claimed.after(reply, policy, clock.instant());
        if (!(reply instanceof Reply.Accepted)) {
            log.atLevel(reply instanceof Reply.TryLater ? Level.DEBUG : Level.INFO)
                    .log(
                            "Delivery {} is {} after attempt {}: {}",
                            claimed.id().value(),
                            settled.state().getClass().getSimpleName(),
                            claimed.attempts(),
                            reply.codes());
        }
        return claims.settle(settled).then(suppressIfGone(claimed, reply));
    }

    private Mono<Void> suppressIfGone(Delivery delivery, Reply reply) {
        return reply instanceof Reply.Refused refused && refused.noSuchMailbox()
                ? departures.suppress(delivery.id().subscriber(), refused.text())
                : Mono.empty();
    }
}
