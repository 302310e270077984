package org.vedette.post.imports;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All imports, of all replicas. */
public interface Imports {

    /** Stores an import in place of what was stored of it before. */
    Mono<Void> save(Import one);

    /** Empty when there is none. */
    Mono<Import> find(UUID id);

    /** Those begun last, newest first, without their items. */
    Flux<Import> newest(int limit);
}
