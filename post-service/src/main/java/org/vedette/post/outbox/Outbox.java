package org.vedette.post.outbox;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outboxes of all posts, seen from the relay. */
public interface Outbox {

    /** The events of one post that still wait, oldest first. */
    Flux<WaitingEvent> waiting(UUID postId);

    /** At most {@code limit} posts with waiting events, in no order. */
    Flux<Backlog> backlog(int limit);

    /** Takes an event that was sent out of its post's outbox; repeating it changes nothing. */
    Mono<Void> remove(WaitingEvent event);
}
