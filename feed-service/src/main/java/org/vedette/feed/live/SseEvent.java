package org.vedette.feed.live;

import java.util.UUID;

/** A change as it is sent: a server-sent event, with its offset among all changes. */
final class SseEvent {

    private final long offset;
    private final UUID post;
    private final byte[] bytes;

    SseEvent(long offset, UUID post, byte[] bytes) {
        this.offset = offset;
        this.post = post;
        this.bytes = bytes;
    }

    long offset() {
        return offset;
    }

    UUID post() {
        return post;
    }

    byte[] bytes() {
        return bytes;
    }
}
