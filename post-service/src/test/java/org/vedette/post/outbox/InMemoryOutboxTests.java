package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;

class InMemoryOutboxTests extends OutboxContract {

    private final InMemoryOutbox outbox = new InMemoryOutbox();

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void store(UUID postId, Instant at) {
        outbox.add(postId, at);
    }
}
