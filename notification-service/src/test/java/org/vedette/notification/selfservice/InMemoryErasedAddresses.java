package org.vedette.notification.selfservice;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

/** {@link ErasedAddresses} in memory. */
public final class InMemoryErasedAddresses implements ErasedAddresses {

    private final Map<String, Instant> addresses = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> remember(EmailAddress address, Instant now) {
        return Mono.fromRunnable(() -> addresses.put(address.key(), now));
    }

    @Override
    public Mono<Boolean> contains(EmailAddress address) {
        return Mono.fromSupplier(() -> addresses.containsKey(address.key()));
    }

    @Override
    public Mono<Long> forget(Instant before) {
        return Mono.fromSupplier(() -> {
            var size = addresses.size();
            addresses.values().removeIf(at -> at.isBefore(before));
            return (long) size - addresses.size();
        });
    }
}
