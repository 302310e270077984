package org.vedette.notification.selfservice;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.WatchTerm;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Mono;

/** Shows and changes what a subscriber wants. The token of any mail is the credential. */
public final class PreferenceService {

    /** What a subscriber chose. */
    public record Choice(Scope scope, Cadence cadence, List<WatchTerm> watchTerms) {

        public Choice {
            watchTerms = List.copyOf(watchTerms);
        }
    }

    /** Begins to keep a schedule of digests; completes when it is stored. */
    public interface ScheduleKeeper {

        Mono<Void> keep(DigestSchedule schedule);
    }

    private final Subscribers subscribers;
    private final LinkTokens tokens;
    private final ScheduleKeeper schedules;
    private final ZoneId siteZone;
    private final Clock clock;

    public PreferenceService(
            Subscribers subscribers, LinkTokens tokens, ScheduleKeeper schedules, ZoneId siteZone, Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.schedules = schedules;
        this.siteZone = siteZone;
        this.clock = clock;
    }

    /** The subscriber of a link in a mail; empty when the token is not valid, or nobody is known by it any more. */
    public Mono<Subscriber> subscriber(String token) {
        return Mono.justOrEmpty(tokens.readUnsubscribe(token)).flatMap(subscribers::with);
    }

    /** Stores what an active subscriber chose; emits the subscriber afterwards, who is unchanged when not active. */
    public Mono<Subscriber> choose(String token, Choice choice) {
        return subscriber(token)
                .flatMap(known -> known instanceof Active ? choose(known.id(), choice) : Mono.just(known));
    }

    private Mono<Subscriber> choose(SubscriberId id, Choice choice) {
        return keepSchedule(choice.cadence())
                .then(change(
                        id,
                        active -> active.with(active.profile()
                                .with(active.preferences()
                                        .changedTo(
                                                choice.scope(),
                                                choice.cadence(),
                                                choice.watchTerms(),
                                                clock.instant(),
                                                siteZone)))));
    }

    /** The schedule exists before anybody depends on it. */
    private Mono<Void> keepSchedule(Cadence cadence) {
        return cadence instanceof Cadence.Digest digest ? schedules.keep(digest.schedule()) : Mono.empty();
    }

    private Mono<Subscriber> change(SubscriberId id, UnaryOperator<Active> change) {
        return Changes.repeat(() -> subscribers.with(id), known -> stored(known, change));
    }

    private Mono<Subscriber> stored(Subscriber known, UnaryOperator<Active> change) {
        if (!(known instanceof Active active)) {
            return Mono.just(known);
        }
        Subscriber next = change.apply(active);
        return subscribers.replace(next).filter(stored -> stored).map(stored -> next);
    }
}
