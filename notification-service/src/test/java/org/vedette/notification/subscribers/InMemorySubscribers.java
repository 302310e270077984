package org.vedette.notification.subscribers;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Subscribers} in memory; some can be made unreadable, and changes can be made to fail. */
public final class InMemorySubscribers implements Subscribers {

    private final Map<SubscriberId, Subscriber> byId = new ConcurrentHashMap<>();
    private final Set<SubscriberId> unreadable = ConcurrentHashMap.newKeySet();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    /** Makes as many changes fail as there are reasons. */
    public void failChanges(RuntimeException... reasons) {
        failures.addAll(List.of(reasons));
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
        var known = byId.get(next.id());
        var asExpected = known != null && known.revision() == next.revision() - 1;
        if (asExpected) {
            byId.put(next.id(), next);
        }
        return Mono.just(asExpected);
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
    public Flux<SubscriberId> active() {
        return Flux.fromStream(
                () -> byId.values().stream().filter(Active.class::isInstance).map(Subscriber::id));
    }
}
