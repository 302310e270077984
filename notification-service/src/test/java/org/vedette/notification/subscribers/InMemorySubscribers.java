package org.vedette.notification.subscribers;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.preferences.Preferences;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Subscribers} in memory; some can be made unreadable, and changes can be made to fail. */
public final class InMemorySubscribers implements Subscribers {

    private final Map<SubscriberId, Subscriber> byId = new ConcurrentHashMap<>();
    private final Set<SubscriberId> unreadable = ConcurrentHashMap.newKeySet();
    private final Set<SubscriberId> overtaken = ConcurrentHashMap.newKeySet();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    /** Makes as many changes fail as there are reasons. */
    public void failChanges(RuntimeException... reasons) {
        failures.addAll(List.of(reasons));
    }

    /** Lets another change of a subscriber come before the next one. */
    public void overtakeNextChange(Subscriber subscriber) {
        overtaken.add(subscriber.id());
    }

    public void makeUnreadable(SubscriberId id) {
        unreadable.add(id);
    }

    @Override
    public synchronized Mono<Boolean> add(Subscriber subscriber) {
        var taken = byId.values().stream()
                .anyMatch(known ->
                        known.address().key().equals(subscriber.address().key()));
        if (!taken) {
            byId.put(subscriber.id(), subscriber);
        }
        return Mono.just(!taken);
    }

    @Override
    public synchronized Mono<Boolean> replace(Subscriber next) {
        var failure = failures.poll();
        if (failure != null) {
            return Mono.error(failure);
        }
        if (overtaken.remove(next.id()) && byId.get(next.id()) instanceof Active active) {
            byId.put(active.id(), active.touched());
        }
        var known = byId.get(next.id());
        var asExpected = known != null && known.revision() == next.revision() - 1;
        if (asExpected) {
            byId.put(next.id(), next);
        }
        return Mono.just(asExpected);
    }

    @Override
    public synchronized Mono<Moved> move(Subscriber next) {
        var taken = byId.values().stream()
                .anyMatch(known -> !known.id().equals(next.id())
                        && known.address().key().equals(next.address().key()));
        return taken ? Mono.just(Moved.TAKEN) : replace(next).map(stored -> stored ? Moved.MOVED : Moved.CHANGED_SINCE);
    }

    @Override
    public Mono<Subscriber> with(EmailAddress address) {
        return Mono.justOrEmpty(byId.values().stream()
                .filter(known -> known.address().key().equals(address.key()))
                .findFirst());
    }

    @Override
    public Mono<Subscriber> with(SubscriberId id) {
        return unreadable.contains(id)
                ? Mono.error(new UnreadableDocumentException("subscribers", id, new IllegalArgumentException("paused")))
                : Mono.justOrEmpty(byId.get(id));
    }

    @Override
    public Flux<SubscriberId> wanting(PostTopics post) {
        return active(preferences -> preferences.alertsOf(post));
    }

    @Override
    public Flux<SubscriberId> by(DigestSchedule schedule) {
        return active(preferences -> preferences.cadence().equals(new Cadence.Digest(schedule)));
    }

    @Override
    public Flux<Pending> pending() {
        return Flux.fromStream(() -> byId.values().stream().flatMap(InMemorySubscribers::pending));
    }

    @Override
    public Mono<Boolean> remove(Subscriber known) {
        return Mono.fromSupplier(() -> byId.remove(known.id(), known));
    }

    private Flux<SubscriberId> active(Predicate<Preferences> who) {
        return Flux.fromStream(() -> byId.values().stream()
                .flatMap(InMemorySubscribers::active)
                .filter(active -> who.test(active.preferences()))
                .map(Active::id));
    }

    private static Stream<Active> active(Subscriber subscriber) {
        return subscriber instanceof Active active ? Stream.of(active) : Stream.empty();
    }

    private static Stream<Pending> pending(Subscriber subscriber) {
        return subscriber instanceof Pending pending ? Stream.of(pending) : Stream.empty();
    }
}
