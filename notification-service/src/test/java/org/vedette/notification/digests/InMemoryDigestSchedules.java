package org.vedette.notification.digests;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.notification.preferences.DigestSchedule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DigestSchedules} in memory. */
public final class InMemoryDigestSchedules implements DigestSchedules {

    private final Map<String, KeptSchedule> kept = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> keep(DigestSchedule schedule, Instant toldUntil) {
        return Mono.fromRunnable(
                () -> kept.putIfAbsent(schedule.id(), new KeptSchedule(schedule, toldUntil, toldUntil)));
    }

    @Override
    public Mono<Boolean> advance(KeptSchedule known, KeptSchedule next) {
        return Mono.fromSupplier(() -> {
            var current = kept.get(known.schedule().id());
            return current != null
                    && current.toldUntil().equals(known.toldUntil())
                    && kept.replace(known.schedule().id(), current, next);
        });
    }

    @Override
    public Flux<KeptSchedule> all() {
        return Flux.fromStream(() -> kept.values().stream());
    }
}
