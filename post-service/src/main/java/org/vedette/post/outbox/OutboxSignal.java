package org.vedette.post.outbox;

import java.util.UUID;

/** Signals the relay that a post has pending events. */
@FunctionalInterface
public interface OutboxSignal {

    /** Returns at once; the next sweep finds a post whose signal was lost. */
    void wake(UUID postId);
}
