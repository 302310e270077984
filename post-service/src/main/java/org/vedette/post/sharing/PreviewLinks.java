package org.vedette.post.sharing;

import java.time.Instant;
import java.util.UUID;
import org.vedette.post.lifecycle.PostCompanion;
import org.vedette.post.lifecycle.PostId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The links to previews of all posts. */
public interface PreviewLinks extends PostCompanion {

    /** All links to a post, the newest first. */
    Flux<PreviewLink> of(PostId post);

    /** The link with a secret; empty when there is none. */
    Mono<PreviewLink> find(String secretHash);

    Mono<Void> add(PreviewLink link);

    /** Deletes a link of a post; false when there is none. */
    Mono<Boolean> delete(PostId post, UUID link);

    /** Deletes the links of a post that have expired. */
    Mono<Void> deleteExpired(PostId post, Instant now);
}
