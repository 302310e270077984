package org.vedette.post.media;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Which posts use which pictures. */
@FunctionalInterface
public interface MediaUsage {

    /** The uses of some pictures, in no order. */
    Flux<Use> of(Collection<MediaId> ids);

    /** The posts of which an earlier revision names one of some pictures, in no order; a post once for each revision. */
    default Flux<Use> inHistory(Collection<MediaId> ids) {
        return Flux.empty();
    }

    /**
     * A post that names a picture.
     *
     * @param post id of the post
     */
    record Use(MediaId media, UUID post, String slug, String title) {}
}
