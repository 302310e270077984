package org.vedette.feed.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A persistent index of positions by key, such as a tag; the positions of each key are sorted, newest first. */
final class PositionIndex {

    private final Function<Position, Collection<String>> keys;
    private final PersistentHashMap<String, PersistentSortedList> lists;

    private PositionIndex(
            Function<Position, Collection<String>> keys, PersistentHashMap<String, PersistentSortedList> lists) {
        this.keys = keys;
        this.lists = lists;
    }

    static PositionIndex of(Function<Position, Collection<String>> keys, Collection<Position> positions) {
        var byKey = new HashMap<String, List<Position>>();
        positions.forEach(position -> keys.apply(position)
                .forEach(key ->
                        byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(position)));
        var lists = new HashMap<String, PersistentSortedList>();
        byKey.forEach((key, list) -> lists.put(key, PersistentSortedList.of(list)));
        return new PositionIndex(keys, PersistentHashMap.of(lists));
    }

    Sequence get(String key) {
        var list = lists.get(key);
        return list == null ? Sequence.EMPTY : new Sequence(list);
    }

    Stream<Map.Entry<String, Sequence>> all() {
        return lists.entries().map(list -> Map.entry(list.getKey(), new Sequence(list.getValue())));
    }

    PositionIndex with(Position position) {
        var next = lists;
        for (var key : keys.apply(position)) {
            var list = next.get(key);
            next = next.with(key, (list == null ? PersistentSortedList.EMPTY : list).with(position));
        }
        return new PositionIndex(keys, next);
    }

    PositionIndex without(Position position) {
        var next = lists;
        for (var key : keys.apply(position)) {
            var list = next.get(key);
            if (list != null) {
                var shorter = list.without(position);
                next = shorter.size() == 0 ? next.without(key) : next.with(key, shorter);
            }
        }
        return new PositionIndex(keys, next);
    }
}
