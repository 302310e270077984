package org.vedette.notification.operators;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.selfservice.DeliveryHistory;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.Suppressed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks subscribers up for operators, and suppresses them or lifts a suppression by hand. */
public final class SubscriberAdministration {

    private final Subscribers subscribers;
    private final DeliveryHistory history;
    private final Journal journal;
    private final Clock clock;

    public SubscriberAdministration(Subscribers subscribers, DeliveryHistory history, Journal journal, Clock clock) {
        this.subscribers = subscribers;
        this.history = history;
        this.journal = journal;
        this.clock = clock;
    }

    /** The subscriber with an address; empty when there is none. */
    public Mono<Subscriber> find(EmailAddress address) {
        return subscribers.with(address);
    }

    /** A subscriber; empty when there is none. */
    public Mono<Subscriber> find(SubscriberId id) {
        return subscribers.with(id);
    }

    /** The mails of a subscriber, the newest first. */
    public Flux<DeliveryHistory.Mail> mails(SubscriberId id) {
        return history.of(id);
    }

    /**
     * Ends all mail to a subscriber until the subscriber confirms anew, or an operator lifts it. Emits the subscriber
     * afterwards; empty when there is none.
     */
    public Mono<Subscriber> suppress(SubscriberId id, String operator, String reason) {
        var text = "by hand, by " + operator + (reason.isBlank() ? "" : ": " + reason.strip());
        return change(id, known -> suppressed(known, text));
    }

    /**
     * Lifts a suppression. Whoever had confirmed gets mail again; anybody else may subscribe again. Emits the
     * subscriber afterwards; empty when there is none.
     */
    public Mono<Subscriber> lift(SubscriberId id) {
        return change(id, this::lifted);
    }

    /** Also when somebody asked for a subscription since, who may be anybody. */
    private Subscriber lifted(Subscriber known) {
        if (known instanceof Suppressed suppressed) {
            return suppressed.lifted(clock.instant());
        }
        return known instanceof Pending pending && pending.isSuppressedBefore()
                ? pending.lifted(clock.instant())
                : known;
    }

    private Subscriber suppressed(Subscriber known, String reason) {
        if (known instanceof Active active) {
            return active.suppress(reason, clock.instant());
        }
        return known instanceof Pending pending ? pending.suppress(reason, clock.instant()) : known;
    }

    private Mono<Subscriber> change(SubscriberId id, UnaryOperator<Subscriber> change) {
        return Changes.repeat(() -> subscribers.with(id), known -> store(known, change.apply(known)));
    }

    private Mono<Subscriber> store(Subscriber known, Subscriber next) {
        if (next.equals(known)) {
            return Mono.just(known);
        }
        return subscribers
                .replace(next)
                .filter(stored -> stored)
                .delayUntil(stored -> record(known, next))
                .map(stored -> next);
    }

    private Mono<Void> record(Subscriber known, Subscriber next) {
        if (known instanceof Active) {
            return journal.record(Change.SUPPRESSED, clock.instant());
        }
        return next instanceof Active ? journal.record(Change.CONFIRMED, clock.instant()) : Mono.empty();
    }
}
