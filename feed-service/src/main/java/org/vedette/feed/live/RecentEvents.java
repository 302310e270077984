package org.vedette.feed.live;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/** The most recent events by their offsets, for clients that resume. Not safe for use by several threads. */
final class RecentEvents {

    private final int capacity;
    private final NavigableMap<Long, SseEvent> events = new TreeMap<>();

    RecentEvents(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an event, unless it is there already; the oldest makes room. */
    void add(SseEvent event) {
        if (events.putIfAbsent(event.offset(), event) == null && events.size() > capacity) {
            events.pollFirstEntry();
        }
    }

    /** Removes the events of a post that was withdrawn: nobody is to learn its text from us any more. */
    void remove(UUID post) {
        events.values().removeIf(event -> event.post().equals(post));
    }

    void clear() {
        events.clear();
    }

    OptionalLong latest() {
        return events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.lastKey());
    }

    /** All events after an offset; empty when that offset lies outside of what is remembered. */
    Optional<List<byte[]>> after(long offset) {
        var isRemembered = !events.isEmpty() && events.firstKey() <= offset && offset <= events.lastKey();
        return isRemembered
                ? Optional.of(events.tailMap(offset, false).values().stream()
                        .map(SseEvent::bytes)
                        .toList())
                : Optional.empty();
    }
}
