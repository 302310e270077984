package org.vedette.notification.selfservice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.signup.ClientNetwork;
import org.vedette.notification.signup.SignUpLimits;
import org.vedette.notification.signup.SignUpLimits.Subject;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.AddressChange;
import org.vedette.notification.subscribers.AddressChange.Mailbox;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.LinkTokens.ChangeToken;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.Suppressed;
import reactor.core.publisher.Mono;

/** Changes the address of a subscriber when both mailboxes have confirmed it. */
public final class AddressChangeService {

    /** What came of a request for a change. */
    public enum Requested {
        /** Both mailboxes are asked. */
        ASKED,
        /** It is the address that the subscriber has. */
        SAME_ADDRESS,
        /** Another change was requested a moment ago. */
        TOO_SOON,
        /** Too many were requested from there, or to that domain. */
        TOO_MANY,
        /** The token is not valid, or its subscriber not active. */
        UNKNOWN
    }

    /** What came of a link in one of the mails, or what would come of it. */
    public enum Outcome {
        /** The link is valid and was not used yet. */
        OPEN,
        /** The other mailbox has to confirm as well. */
        ONE_LEFT,
        /** The address has changed. */
        DONE,
        /** Somebody has subscribed with the new address. */
        TAKEN,
        /** The link is too old, or the change was cancelled, replaced or done. */
        OVER,
        /** The token is not valid. */
        UNKNOWN
    }

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Subscribers subscribers;
    private final LinkTokens tokens;
    private final RequestedMails mails;
    private final SignUpLimits limits;
    private final Clock clock;

    public AddressChangeService(
            Subscribers subscribers, LinkTokens tokens, RequestedMails mails, SignUpLimits limits, Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.mails = mails;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Asks both mailboxes, under the limits of subscriptions. Nobody is told whether the new mailbox gets a mail: one
     * that was suppressed, or asked too often, gets none.
     *
     * @param client where the request comes from
     */
    public Mono<Requested> request(String token, EmailAddress to, ClientNetwork client) {
        return Mono.defer(() -> Mono.justOrEmpty(tokens.readUnsubscribe(token))
                        .flatMap(subscribers::with)
                        .ofType(Active.class)
                        .flatMap(active -> request(active, to, client))
                        .defaultIfEmpty(Optional.of(Requested.UNKNOWN)))
                .flatMap(Mono::justOrEmpty)
                .as(Changes::untilDone);
    }

    /** The outcome that {@link #confirm} would have at least; changes nothing. */
    public Mono<Outcome> check(String token) {
        return follow(token, false);
    }

    /** Confirms for one of the mailboxes; the second one changes the address. */
    public Mono<Outcome> confirm(String token) {
        return follow(token, true);
    }

    private Mono<Optional<Requested>> request(Active active, EmailAddress to, ClientNetwork client) {
        var now = clock.instant();
        var before = active.profile().change();
        if (to.key().equals(active.address().key())) {
            return Mono.just(Optional.of(Requested.SAME_ADDRESS));
        }
        if (before != null && before.requestedAt().plus(PAUSE).isAfter(now)) {
            return Mono.just(Optional.of(Requested.TOO_SOON));
        }
        var refusal = limits.admit(client, to);
        if (refusal.isPresent()) {
            return Mono.just(
                    Optional.of(refusal.get().subject() == Subject.MAILBOX ? Requested.ASKED : Requested.TOO_MANY));
        }
        return subscribers
                .with(to)
                .filter(Suppressed.class::isInstance)
                .map(suppressed -> Optional.of(Requested.ASKED))
                .switchIfEmpty(Mono.defer(() -> store(active, to, now)));
    }

    private Mono<Optional<Requested>> store(Active active, EmailAddress to, Instant now) {
        var next = active.with(active.profile().with(new AddressChange(to, now, false, false)));
        return subscribers
                .replace(next)
                .flatMap(stored -> stored
                        ? ask(active, now).thenReturn(Optional.of(Requested.ASKED))
                        : Mono.just(Optional.empty()));
    }

    private Mono<Void> ask(Active active, Instant requestedAt) {
        return mails.request(RequestedMail.OLD_ADDRESS, active.id(), requestedAt)
                .then(mails.request(RequestedMail.NEW_ADDRESS, active.id(), requestedAt));
    }

    private Mono<Outcome> follow(String token, boolean confirming) {
        return tokens.readChangeAddress(token)
                .map(change -> Mono.defer(() -> evaluate(change, confirming)).as(Changes::untilDone))
                .orElseGet(() -> Mono.just(Outcome.UNKNOWN));
    }

    private Mono<Outcome> evaluate(ChangeToken token, boolean confirming) {
        return subscribers
                .with(token.subscriber())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> evaluate(known, token, confirming));
    }

    private Mono<Outcome> evaluate(Optional<Subscriber> known, ChangeToken token, boolean confirming) {
        var active = known.filter(Active.class::isInstance).map(Active.class::cast);
        var change = active.map(subscriber -> subscriber.profile().change());
        if (change.isEmpty()
                || !change.get().requestedAt().equals(token.requestedAt())
                || change.get().isExpired(clock.instant())) {
            return Mono.just(Outcome.OVER);
        }
        return confirming
                ? confirm(active.get(), change.get(), token.mailbox())
                : Mono.just(isConfirmed(change.get(), token.mailbox()) ? Outcome.ONE_LEFT : Outcome.OPEN);
    }

    private static boolean isConfirmed(AddressChange change, Mailbox mailbox) {
        return mailbox == Mailbox.OLD ? change.confirmedByOld() : change.confirmedByNew();
    }

    private Mono<Outcome> confirm(Active active, AddressChange change, Mailbox mailbox) {
        var confirmed = change.confirmedBy(mailbox);
        return confirmed.isComplete() ? move(active, confirmed) : keep(active, confirmed);
    }

    private Mono<Outcome> keep(Active active, AddressChange confirmed) {
        return subscribers
                .replace(active.with(active.profile().with(confirmed)))
                .filter(stored -> stored)
                .map(stored -> Outcome.ONE_LEFT);
    }

    private Mono<Outcome> move(Active active, AddressChange confirmed) {
        return subscribers.move(active.movedTo(confirmed.to())).flatMap(moved -> switch (moved) {
            case MOVED -> Mono.just(Outcome.DONE);
            case TAKEN -> Mono.just(Outcome.TAKEN);
            case CHANGED_SINCE -> Mono.empty();
        });
    }
}
