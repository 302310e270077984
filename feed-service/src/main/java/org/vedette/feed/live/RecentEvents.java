package org.vedette.feed.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The events of the recent past, for listeners that were cut off. Not safe for use by several threads. */
final class RecentEvents {

    private final int capacity;
    private final Deque<Frame> events = new ArrayDeque<>();

    RecentEvents(int capacity) {
        this.capacity = capacity;
    }

    /** Remembers an event, unless it is one of those known already. */
    void add(Frame event) {
        if (event.place() <= latest().orElse(Long.MIN_VALUE)) {
            return;
        }
        events.addLast(event);
        if (events.size() > capacity) {
            events.removeFirst();
        }
    }

    /** Forgets what was told of a post that is gone: nobody is to learn its text from us any more. */
    void forget(UUID post) {
        events.removeIf(event -> event.post().equals(post));
    }

    void clear() {
        events.clear();
    }

    OptionalLong latest() {
        return events.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(events.getLast().place());
    }

    /** All that came after a place; empty when that place lies outside of what is remembered. */
    Optional<List<byte[]>> after(long place) {
        var isRemembered = !events.isEmpty()
                && events.getFirst().place() <= place
                && place <= events.getLast().place();
        return isRemembered
                ? Optional.of(events.stream()
                        .filter(event -> event.place() > place)
                        .map(Frame::bytes)
                        .toList())
                : Optional.empty();
    }
}
