package org.vedette.post.history;

import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The revisions of all posts; {@code Posts} keeps each one before the next replaces it. */
public interface Revisions {

    /** All revisions of a post, newest first, the current one included; empty when there is no such post. */
    Flux<RevisionInfo> of(PostId post);

    /** Empty when there is no such post or revision. */
    Mono<StoredRevision> find(PostId post, Revision revision);
}
