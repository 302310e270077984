package org.vedette.notification.bounces;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.delivery.Delivery;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link SentMails} in memory; it can be told to fail. */
final class InMemorySentMails implements SentMails {

    private final Map<String, SentMail> mails = new ConcurrentHashMap<>();
    private final Map<String, String> words = new ConcurrentHashMap<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    void insert(Delivery delivery) {
        var state = delivery.state();
        var kind = state instanceof Bounced bounced ? bounced.kind() : null;
        put(new SentMail(delivery.id(), state(state), delivery.openedAt(), at(state), kind, false));
    }

    void put(SentMail mail) {
        mails.put(mail.id().value(), mail);
    }

    /** Lets the next change fail. */
    void failNextChange(RuntimeException reason) {
        failure.set(reason);
    }

    SentMail get(DeliveryId id) {
        var mail = mails.get(id.value());
        if (mail == null) {
            throw new AssertionError("no mail " + id);
        }
        return mail;
    }

    /** What a server complaint, or a complaint did. */
    String wordsOf(DeliveryId id) {
        return words.getOrDefault(id.value(), "");
    }

    @Override
    public Mono<SentMail> with(String delivery) {
        return Mono.fromSupplier(() -> mails.get(delivery));
    }

    @Override
    public Flux<SentMail> to(SubscriberId subscriber) {
        return Flux.defer(() -> Flux.fromStream(
                mails.values().stream().filter(mail -> mail.id().subscriber().equals(subscriber))));
    }

    @Override
    public Mono<Boolean> bounce(SentMail mail, Bounced state, @Nullable String report) {
        return change(mail, known -> {
            if (known.state() != SentMail.State.HANDED_OVER) {
                return false;
            }
            var reports = new HashSet<>(known.reports());
            if (report != null) {
                reports.add(report);
            }
            put(new SentMail(
                    known.id(),
                    SentMail.State.BOUNCED,
                    known.openedAt(),
                    state.at(),
                    state.kind(),
                    known.hasComplaint(),
                    Set.copyOf(reports)));
            words.put(known.id().value(), state.reply());
            return true;
        });
    }

    @Override
    public Mono<Boolean> complain(SentMail mail, String complaint, Instant at) {
        return change(mail, known -> {
            if (known.hasComplaint()) {
                return false;
            }
            put(new SentMail(
                    known.id(), known.state(), known.openedAt(), known.at(), known.bounce(), true, known.reports()));
            words.put(known.id().value(), complaint);
            return true;
        });
    }

    private Mono<Boolean> change(SentMail mail, Predicate<SentMail> change) {
        return Mono.fromSupplier(() -> {
            var reason = failure.getAndSet(null);
            if (reason != null) {
                throw reason;
            }
            return change.test(get(mail.id()));
        });
    }

    private static SentMail.State state(DeliveryState state) {
        if (state instanceof DeliveryState.Claimed) {
            return SentMail.State.IN_PROGRESS;
        }
        if (state instanceof Bounced) {
            return SentMail.State.BOUNCED;
        }
        return state instanceof DeliveryState.Sent
                        || state instanceof DeliveryState.Uncertain
                        || state instanceof DeliveryState.Repeated
                ? SentMail.State.HANDED_OVER
                : SentMail.State.NOT_SENT;
    }

    private static Instant at(DeliveryState state) {
        if (state instanceof DeliveryState.Sent sent) {
            return sent.at();
        }
        return state instanceof Bounced bounced ? bounced.at() : Instant.parse("2026-11-23T09:00:00Z");
    }
}
