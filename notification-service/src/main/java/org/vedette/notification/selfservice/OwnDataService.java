package org.vedette.notification.selfservice;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.LinkTokens.OwnDataToken;
import org.vedette.notification.subscribers.Subscriber;
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
    private final Erasure erasure;
    private final Clock clock;

    public OwnDataService(
            Subscribers subscribers,
            LinkTokens tokens,
            RequestedMails mails,
            DeliveryHistory history,
            Erasure erasure,
            Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.mails = mails;
        this.history = history;
        this.erasure = erasure;
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

    /** The subscriber of a mailed link; empty when the link is too old, went to another address, or is not one of ours. */
    public Mono<Subscriber> subscriber(String token) {
        return Mono.defer(() -> Mono.justOrEmpty(tokens.readOwnData(token).filter(this::isValid)))
                .flatMap(valid -> subscribers.with(valid.subscriber()).filter(valid::isFor));
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
        return subscriber(token).flatMap(erasure::of).defaultIfEmpty(false);
    }

    /** From the hour of the request to the end of the one after it. */
    private boolean isValid(OwnDataToken token) {
        return clock.instant()
                .isBefore(token.requestedAt().plus(PACE.getDuration()).plus(VALIDITY));
    }
}
