package org.vedette.post.renaming;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All renamings, of all replicas. */
public interface Renamings {

    /** Stores a renaming in place of what was stored of it before. */
    Mono<Void> save(Renaming one);

    /** Empty when there is none. */
    Mono<Renaming> find(UUID id);

    /** Those that are not finished, in the order in which they are worked on. */
    Flux<Renaming> open();

    /** Those begun last, newest first. */
    Flux<Renaming> newest(int limit);

    /** Lets one replica at a time work on renamings; false when another one does until then at least. */
    Mono<Boolean> claim(String owner, Instant now, Instant until);
}
