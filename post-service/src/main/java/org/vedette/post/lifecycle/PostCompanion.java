package org.vedette.post.lifecycle;

import reactor.core.publisher.Mono;

/** Something that is stored beside a post and goes with it. */
public interface PostCompanion {

    /** Deletes what belongs to a post that was deleted. */
    Mono<Void> deleteAll(PostId post);
}
