package org.vedette.notification.selfservice;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.LinkTokens.OwnDataToken;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Mono;

/**
 * Shows and erases what is stored about a subscriber. The link in an alert is not enough for it, because people forward
 * alerts: it is done by a link in a mail of its own, which works for an hour.
 */
public final class OwnDataService {

    /** How long the link works. */
    public static final Duration VALIDITY = Duration.ofHours(1);

    /** So often at most a link is mailed. */
    private static final ChronoUnit PACE = ChronoUnit.HOURS;

    private final Subscribers subscribers;
    private final LinkTokens tokens;
    private final RequestedMails mails;
    private final DeliveryHistory history;
    private final Journal journal;
    private final Clock clock;

    public OwnDataService(
            Subscribers subscribers,
            LinkTokens tokens,
            RequestedMails mails,
            DeliveryHistory history,
            Journal journal,
            Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.mails = mails;
        this.history = history;
        this.journal = journal;
        this.clock = clock;
    }

    /** Everything that is stored about a subscriber. */
    public record OwnData(Subscriber subscriber, List<DeliveryHistory.Mail> mails) {

        public OwnData {
            mails = List.copyOf(mails);
        }
    }

    /** Mails the link to the subscriber of a link in any mail; false when its token is not valid. */
    public Mono<Boolean> requestLink(String token) {
        return Mono.justOrEmpty(tokens.readUnsubscribe(token))
                .flatMap(subscribers::with)
                // The mails of one hour are one mail.
                .flatMap(known -> mails.request(
                                RequestedMail.OWN_DATA,
                                known.id(),
                                clock.instant().truncatedTo(PACE))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** The subscriber of a mailed link; empty when the link is too old or not one of ours. */
    public Mono<Subscriber> subscriber(String token) {
        return Mono.defer(() -> Mono.justOrEmpty(tokens.readOwnData(token).filter(this::isValid)))
                .map(OwnDataToken::subscriber)
                .flatMap(subscribers::with);
    }

    /** Everything that is stored about the subscriber of a mailed link; empty when the link does not work. */
    public Mono<OwnData> export(String token) {
        return subscriber(token)
                .flatMap(known -> history.of(known.id()).collectList().map(mails -> new OwnData(known, mails)));
    }

    /**
     * Erases the subscriber of a mailed link; false when the link does not work. Nobody can bring the subscriber back.
     */
    public Mono<Boolean> erase(String token) {
        return subscriber(token)
                .flatMap(known -> history.forget(known.id()).then(remove(known.id())))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> remove(SubscriberId id) {
        return Mono.defer(() -> subscribers.with(id).flatMap(this::removeKnown).defaultIfEmpty(true))
                .filter(removed -> removed)
                .as(Changes::untilDone);
    }

    private Mono<Boolean> removeKnown(Subscriber known) {
        return subscribers
                .remove(known)
                .delayUntil(removed -> removed && known instanceof Active
                        ? journal.record(Change.LEFT, clock.instant())
                        : Mono.empty());
    }

    /** From the hour of the request to the end of the one after it. */
    private boolean isValid(OwnDataToken token) {
        return clock.instant()
                .isBefore(token.requestedAt().plus(PACE.getDuration()).plus(VALIDITY));
    }
}
