package org.vedette.post.media;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is known of all pictures, without their files. */
public interface MediaLibrary {

    /** Empty when there is none. */
    Mono<Media> find(MediaId id);

    /** Those that exist, in no order. */
    Flux<Media> find(Collection<MediaId> ids);

    /** Adds a picture; false when there is one with its id, which then stays as it is. */
    Mono<Boolean> add(Media media);

    /**
     * Some pictures, those uploaded last first.
     *
     * @param after where the pictures before ended; null for the first ones
     */
    Flux<Media> newest(@Nullable Position after, int limit);

    /** The picture with another text; empty when there is none with the id. */
    Mono<Media> setAlt(MediaId id, String alt);

    /** False when there was none. */
    Mono<Boolean> remove(MediaId id);

    /** The place of a picture in the list. */
    record Position(Instant uploadedAt, MediaId id) {

        public static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::uploadedAt)
                .thenComparing(position -> position.id().value())
                .reversed();

        public static Position of(Media media) {
            return new Position(media.uploadedAt(), media.id());
        }
    }
}
