package org.vedette.post.renaming;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Renamings for tests; passes the same contract test as the store. */
public final class InMemoryRenamings implements Renamings {

    private static final Comparator<Renaming> OLDEST_FIRST =
            Comparator.comparing(Renaming::startedAt).thenComparing(Renaming::id);

    private final Map<UUID, Renaming> renamings = new ConcurrentHashMap<>();
    private String claimedBy = "";
    private Instant claimedUntil = Instant.EPOCH;

    @Override
    public Mono<Void> save(Renaming one) {
        return Mono.fromRunnable(() -> renamings.put(one.id(), one));
    }

    @Override
    public Mono<Renaming> find(UUID id) {
        return Mono.fromSupplier(() -> renamings.get(id));
    }

    @Override
    public Flux<Renaming> open() {
        return Flux.defer(() -> Flux.fromStream(
                renamings.values().stream().filter(Renaming::isOpen).sorted(OLDEST_FIRST)));
    }

    @Override
    public Flux<Renaming> newest(int limit) {
        return Flux.defer(() -> Flux.fromStream(
                renamings.values().stream().sorted(OLDEST_FIRST.reversed()).limit(limit)));
    }

    @Override
    public synchronized Mono<Boolean> claim(String owner, Instant now, Instant until) {
        if (!claimedBy.equals(owner) && claimedUntil.isAfter(now)) {
            return Mono.just(false);
        }
        claimedBy = owner;
        claimedUntil = until;
        return Mono.just(true);
    }
}
