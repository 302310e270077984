package org.vedette.post.outbox;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outboxes of all posts, as the relay uses them. */
public interface Outbox {

    /**
     * Claims the outbox of a post.
     *
     * @return its pending events, oldest first, which may be none; an empty {@code Mono} when the post is not marked as
     *     pending, or another claim has not ended
     */
    Mono<List<PendingEvent>> claim(UUID postId, Claim claim);

    /** All posts that are marked as pending, in no order. */
    Flux<PendingPost> pending();

    /** Removes a sent event from the outbox of its post; idempotent. */
    Mono<Void> remove(PendingEvent event);

    /**
     * Ends a claim, and removes the mark of the post when its outbox is empty; has no effect when the claim ended and
     * another relay claimed the outbox.
     */
    Mono<Void> release(UUID postId, Claim claim);
}
