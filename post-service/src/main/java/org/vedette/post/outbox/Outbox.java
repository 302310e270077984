package org.vedette.post.outbox;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outboxes of all posts, seen from the relay. */
public interface Outbox {

    /** The events of one post that still wait, oldest first; none while somebody else's claim to them lasts. */
    Flux<WaitingEvent> claim(UUID postId, Claim claim);

    /** At most {@code limit} posts with waiting events, in no order. */
    Flux<Backlog> backlog(int limit);

    /** Takes an event that was sent out of its post's outbox; repeating it changes nothing. */
    Mono<Void> remove(WaitingEvent event);

    /** Gives a claim back before its time; one that somebody else holds by now stays theirs. */
    Mono<Void> release(UUID postId, Claim claim);
}
