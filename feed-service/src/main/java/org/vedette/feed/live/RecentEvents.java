package org.vedette.feed.live;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The events of the recent past, for listeners that were cut off: by their places, in whatever order they came. Not safe
 * for use by several threads.
 */
final class RecentEvents {

    private final int capacity;
    private final NavigableMap<Long, Frame> events = new TreeMap<>();

    RecentEvents(int capacity) {
        this.capacity = capacity;
    }

    /** Remembers an event, unless it is known already, or older than all of as many as can be remembered. */
    void add(Frame event) {
        if (events.putIfAbsent(event.place(), event) == null && events.size() > capacity) {
            events.pollFirstEntry();
        }
    }

    /** Forgets what was told of a post that is gone: nobody is to learn its text from us any more. */
    void forget(UUID post) {
        events.values().removeIf(event -> event.post().equals(post));
    }

    void clear() {
        events.clear();
    }

    OptionalLong latest() {
        return events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.lastKey());
    }

    /** All that came after a place; empty when that place lies outside of what is remembered. */
    Optional<List<byte[]>> after(long place) {
        var isRemembered = !events.isEmpty() && events.firstKey() <= place && place <= events.lastKey();
        return isRemembered
                ? Optional.of(events.tailMap(place, false).values().stream()
                        .map(Frame::bytes)
                        .toList())
                : Optional.empty();
    }
}
