package org.vedette.notification.delivery;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.vedette.notification.subscribers.UnsubscribeService;
import reactor.core.publisher.Mono;

/** Makes one attempt at a claimed delivery and stores the result. */
public final class AttemptService {

    private static final Logger log = LoggerFactory.getLogger(AttemptService.class);

    private final Claims claims;
    private final Mailer mailer;
    private final UnsubscribeService unsubscribes;
    private final RetryPolicy policy;
    private final Clock clock;

    public AttemptService(
            Claims claims, Mailer mailer, UnsubscribeService unsubscribes, RetryPolicy policy, Clock clock) {
        this.claims = claims;
        this.mailer = mailer;
        this.unsubscribes = unsubscribes;
        this.policy = policy;
        this.clock = clock;
    }

    /** Runs to its end even when the subscriber cancels, because the result of a mail that is out must be stored. */
    Mono<Void> make(Delivery claimed, Mono<Message> message) {
        var attempt = message.flatMap(ready -> attempt(claimed, ready)).doFinally(end -> claims.release(claimed));
        return Mono.defer(() -> Mono.fromFuture(attempt.toFuture(), true));
    }

    private Mono<Void> attempt(Delivery claimed, Message message) {
        if (message instanceof Message.Mailable mailable) {
            return mailer.send(mailable, () -> claims.allowsSending(claimed))
                    .flatMap(reply -> conclude(claimed, reply));
        }
        if (message instanceof Message.Suppressed suppressed) {
            return claims.settle(claimed.suppressed(suppressed.reason(), clock.instant()));
        }
        if (message instanceof Message.Unavailable unavailable) {
            return claims.settle(claimed.deferred(unavailable.reason(), policy, clock.instant()));
        }
        return conclude(claimed, new Reply.TryLater(((Message.Unreadable) message).reason()));
    }

    private Mono<Void> conclude(Delivery claimed, Reply reply) {
        var settled = claimed.after(reply, policy, clock.instant());
        if (!(reply instanceof Reply.Accepted)) {
            log.atLevel(settled.state() instanceof DeliveryState.Deferred ? Level.DEBUG : Level.INFO)
                    .log(
                            "Delivery {} is {} after attempt {}: {}",
                            claimed.id().value(),
                            settled.state().getClass().getSimpleName(),
                            claimed.attempts(),
                            reply.codes());
        }
        return claims.settle(settled).then(suppressIfNoSuchMailbox(claimed, reply));
    }

    private Mono<Void> suppressIfNoSuchMailbox(Delivery delivery, Reply reply) {
        return reply instanceof Reply.Refused refused && refused.noSuchMailbox()
                ? unsubscribes.suppress(delivery.id().subscriber(), refused.text())
                : Mono.empty();
    }
}
