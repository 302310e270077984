package org.vedette.post.imports;

import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports for tests. */
public final class InMemoryImports implements Imports {

    private final Map<UUID, Import> imports = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> save(Import one) {
        return Mono.fromRunnable(() -> imports.put(one.id(), one));
    }

    @Override
    public Mono<Import> find(UUID id) {
        return Mono.fromSupplier(() -> imports.get(id));
    }

    @Override
    public Flux<Import> newest(int limit) {
        return Flux.defer(() -> Flux.fromStream(imports.values().stream()))
                .sort(Comparator.comparing(Import::startedAt).reversed())
                .take(limit);
    }
}
