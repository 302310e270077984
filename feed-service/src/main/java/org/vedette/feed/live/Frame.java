package org.vedette.feed.live;

import java.util.UUID;

/** An event as it is sent, and its place among all changes. */
final class Frame {

    private final long place;
    private final UUID post;
    private final byte[] bytes;

    Frame(long place, UUID post, byte[] bytes) {
        this.place = place;
        this.post = post;
        this.bytes = bytes;
    }

    long place() {
        return place;
    }

    UUID post() {
        return post;
    }

    byte[] bytes() {
        return bytes;
    }
}
