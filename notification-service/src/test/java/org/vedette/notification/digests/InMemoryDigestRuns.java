package org.vedette.notification.digests;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.notification.alerts.AlertId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DigestRuns} in memory. */
public final class InMemoryDigestRuns implements DigestRuns {

    private final Map<AlertId, DigestRun> runs = new ConcurrentHashMap<>();

    @Override
    public Mono<DigestRun> open(DigestRun run) {
        return Mono.fromSupplier(() -> Objects.requireNonNullElse(runs.putIfAbsent(run.id(), run), run));
    }

    @Override
    public Mono<Void> finish(DigestRun planned) {
        return Mono.fromRunnable(() -> runs.put(planned.id(), planned));
    }

    @Override
    public Mono<DigestRun> with(AlertId id) {
        return Mono.fromSupplier(() -> runs.get(id));
    }

    @Override
    public Flux<DigestRun> newest(int limit) {
        return Flux.fromStream(() -> runs.values().stream()
                .sorted(Comparator.comparing(DigestRun::createdAt)
                        .thenComparing(run -> run.id().value())
                        .reversed())
                .limit(limit));
    }

    @Override
    public Mono<Long> removeEmpty(Instant before) {
        return Mono.fromSupplier(() -> {
            var old = runs.values().stream()
                    .filter(run -> run.state() == DigestRun.State.EMPTY
                            && run.createdAt().isBefore(before))
                    .toList();
            old.forEach(run -> runs.remove(run.id()));
            return (long) old.size();
        });
    }
}
