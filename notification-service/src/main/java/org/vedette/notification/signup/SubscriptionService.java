package org.vedette.notification.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.ConfirmationLimits;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Profile;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.Unsubscribed;
import reactor.core.publisher.Mono;

/**
 * Subscribes mail addresses.
 *
 * <p>Nobody can find out who subscribes: for an address that is known and for one that is not, the store is read once,
 * written once, and a mail is requested, whether or not it will be sent.
 */
public final class SubscriptionService {

    /** Limits how often a lost update is repeated; more in a row are a sign of an attack. */
    private final Subscribers subscribers;

    private final ConfirmationMails mails;
    private final ConfirmationLimits limits;
    private final Preferences ofNewSubscribers;
    private final Supplier<SubscriberId> ids;
    private final Clock clock;

    public SubscriptionService(
            Subscribers subscribers,
            ConfirmationMails mails,
            ConfirmationLimits limits,
            Preferences ofNewSubscribers,
            Supplier<SubscriberId> ids,
            Clock clock) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.limits = limits;
        this.ofNewSubscribers = ofNewSubscribers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Subscribes an address, subject to confirmation. The result is the same whether or not the address is known. When
     * it completes, a confirmation mail is requested if one is due.
     *
     * @param consent what the subscriber agreed to
     */
    public Mono<Void> subscribe(EmailAddress address, Consent consent) {
        return Mono.defer(() -> {
                    var now = clock.instant();
                    return subscribers
                            .with(address)
                            .flatMap(known -> subscribeAgain(known, consent, now))
                            .switchIfEmpty(subscribeFirst(address, consent, now))
                            .map(subscriber -> new Request(subscriber.id(), now));
                })
                .as(Changes::untilDone)
                .flatMap(request -> mails.request(request.subscriber(), request.at()));
    }

    private Mono<Subscriber> subscribeFirst(EmailAddress address, Consent consent, Instant now) {
        return Mono.defer(() -> {
            var profile = new Profile(ofNewSubscribers, consent, null);
            var pending = Pending.first(ids.get(), address, profile, now);
            return subscribers.add(pending).filter(added -> added).map(added -> pending);
        });
    }

    private Mono<Subscriber> subscribeAgain(Subscriber known, Consent consent, Instant now) {
        if (known instanceof Unsubscribed unsubscribed) {
            return store(unsubscribed.subscribe(consent, now));
        }
        if (known instanceof Suppressed suppressed) {
            return store(suppressed.subscribe(consent, now));
        }
        if (known instanceof Pending pending) {
            var next = pending.requestAgain(consent, now, limits);
            return next.awaits(now) ? store(next) : touch(next);
        }
        return touch(((Active) known).touched());
    }

    private Mono<Subscriber> store(Subscriber next) {
        return subscribers.replace(next).filter(stored -> stored).map(stored -> next);
    }

    /** Nothing depends on this write but the time that it takes. */
    private Mono<Subscriber> touch(Subscriber next) {
        return subscribers.replace(next).thenReturn(next);
    }

    private record Request(SubscriberId subscriber, Instant at) {}
}
