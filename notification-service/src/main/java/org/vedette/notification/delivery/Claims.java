package org.vedette.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The deliveries this process is working on, and the right to take others. */
public final class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final String owner;
    private final Duration lease;
    private final Clock clock;
    private final Set<DeliveryId> held = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param owner tells this process from every other one, and from itself before a restart
     * @param lease how long an owner may be silent before its deliveries are anybody's
     */
    public Claims(Ledger ledger, String owner, Duration lease, Clock clock) {
        this.ledger = ledger;
        this.owner = owner;
        this.lease = lease;
        this.clock = clock;
    }

    /** Claims a delivery nobody has begun; empty when somebody has. */
    Mono<Delivery> begin(DeliveryId id) {
        return Mono.defer(() -> {
            var claimed = Delivery.claimed(id, owner, clock.instant());
            return ledger.open(claimed).filter(won -> won).map(won -> hold(claimed));
        });
    }

    /** Claims a delivery that waits or was abandoned; empty when somebody was faster. */
    Mono<Delivery> resume(Delivery known) {
        return Mono.defer(() -> {
            var claimed = known.claimedBy(owner, clock.instant());
            return ledger.claim(known, claimed).filter(won -> won).map(won -> hold(claimed));
        });
    }

    /** Writes what came of a delivery, however long the store is away: a mail that is out must be written down. */
    Mono<Void> settle(Delivery settled) {
        return ledger.settle(settled, owner)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(away -> !stopped.get()))
                .doOnNext(written -> warnUnless(written, settled))
                .then();
    }

    /** Ends the work on a delivery, settled or not; what is not settled is anybody's when the lease runs out. */
    void letGo(Delivery claimed) {
        held.remove(claimed.id());
    }

    /** Tells the others that this process still works on what it holds. */
    Mono<Void> renew() {
        return Mono.defer(() -> held.isEmpty() ? Mono.empty() : ledger.renew(Set.copyOf(held), owner, clock.instant()));
    }

    /** Deliveries that wait for somebody to take them; never those this process holds, whatever their leases say. */
    Flux<Delivery> waiting(int limit) {
        return Flux.defer(() -> {
            var now = clock.instant();
            return ledger.due(now, limit)
                    .concatWith(ledger.abandoned(now.minus(lease), limit))
                    .filter(waiting -> !held.contains(waiting.id()));
        });
    }

    /** From now on nothing is tried again, because the process ends. */
    public void stop() {
        stopped.set(true);
    }

    Duration lease() {
        return lease;
    }

    private Delivery hold(Delivery claimed) {
        held.add(claimed.id());
        return claimed;
    }

    private static void warnUnless(boolean written, Delivery settled) {
        if (!written) {
            log.warn(
                    "Delivery {} was taken over by another process while it was in flight",
                    settled.id().value());
        }
    }
}
