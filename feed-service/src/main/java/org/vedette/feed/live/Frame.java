package org.vedette.feed.live;

/** An event as it is sent, and its place among all changes. */
final class Frame {

    private final long place;
    private final byte[] bytes;

    Frame(long place, byte[] bytes) {
        this.place = place;
        this.bytes = bytes;
    }

    long place() {
        return place;
    }

    byte[] bytes() {
        return bytes;
    }
}
