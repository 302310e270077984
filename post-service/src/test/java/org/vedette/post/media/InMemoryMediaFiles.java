package org.vedette.post.media;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files in memory. */
public final class InMemoryMediaFiles implements MediaFiles {

    private final Map<String, Kept> all = new ConcurrentHashMap<>();
    private final AtomicInteger keys = new AtomicInteger();
    private final Clock clock;

    public InMemoryMediaFiles(Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(MediaId media, byte[] content, Instant at) {}

    @Override
    public Mono<String> store(MediaId media, String name, byte[] content) {
        return Mono.fromSupplier(() -> {
            var key = "%024x".formatted(keys.incrementAndGet());
            all.put(key, new Kept(media, content.clone(), clock.instant()));
            return key;
        });
    }

    @Override
    public Flux<ByteBuffer> read(String key) {
        return Flux.defer(() -> all.containsKey(key)
                ? Flux.just(ByteBuffer.wrap(all.get(key).content()))
                : Flux.error(
                        new UnreadableDocumentException("files", key, new IllegalStateException("there is none"))));
    }

    @Override
    public Mono<Void> delete(Collection<String> deleted) {
        return Mono.fromRunnable(() -> deleted.forEach(all::remove));
    }

    @Override
    public Flux<StoredFile> storedBefore(Instant instant) {
        return Flux.defer(() -> Flux.fromStream(all.entrySet().stream()
                .filter(entry -> entry.getValue().at().isBefore(instant))
                .map(entry -> new StoredFile(entry.getKey(), entry.getValue().media()))));
    }

    Set<String> keys() {
        return Set.copyOf(all.keySet());
    }
}
