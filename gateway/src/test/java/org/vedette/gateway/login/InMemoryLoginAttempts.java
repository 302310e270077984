package org.vedette.gateway.login;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link LoginAttempts} in memory. */
public final class InMemoryLoginAttempts implements LoginAttempts {

    private final Map<String, AttemptCount> counts = new ConcurrentHashMap<>();

    @Override
    public Mono<AttemptCount> of(String key) {
        return Mono.fromSupplier(() -> counts.get(key));
    }

    @Override
    public Mono<Boolean> replace(String key, @Nullable AttemptCount previous, AttemptCount next) {
        return Mono.fromSupplier(() -> replaceNow(key, previous, next));
    }

    private synchronized boolean replaceNow(String key, @Nullable AttemptCount previous, AttemptCount next) {
        var asExpected = Objects.equals(counts.get(key), previous);
        if (asExpected) {
            counts.put(key, next);
        }
        return asExpected;
    }

    @Override
    public Mono<Void> clear(String key) {
        return Mono.fromRunnable(() -> counts.remove(key));
    }

    @Override
    public Mono<Void> forgetBefore(Instant end) {
        return Mono.fromRunnable(
                () -> counts.values().removeIf(count -> count.lastAt().isBefore(end)));
    }
}
