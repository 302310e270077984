package org.vedette.post.media;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contents of the files. */
public interface MediaFiles {

    /** Stores a content and answers its key. */
    Mono<String> store(MediaId media, String name, byte[] content);

    /** Signals an {@link org.vedette.starter.failures.UnreadableDocumentException} when there is none. */
    Flux<ByteBuffer> read(String key);

    /** Deletes those that exist. */
    Mono<Void> delete(Collection<String> keys);

    /** The files that were stored before an instant, in no order. */
    Flux<StoredFile> storedBefore(Instant instant);

    /** A stored content, and the picture it was made of. */
    record StoredFile(String key, MediaId media) {}
}
