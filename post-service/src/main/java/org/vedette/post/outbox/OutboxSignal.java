package org.vedette.post.outbox;

import java.util.UUID;

/** Says that a post has something to announce. */
@FunctionalInterface
public interface OutboxSignal {

    /** Returns at once; a signal that gets lost is made good by the next sweep. */
    void wake(UUID postId);
}
