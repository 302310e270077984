package org.vedette.feed.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Posts by a word they carry, such as a tag; each list newest first. Immutable. */
final class Lists {

    private final Function<Position, Collection<String>> words;
    private final Buckets<String, Chunks> lists;

    private Lists(Function<Position, Collection<String>> words, Buckets<String, Chunks> lists) {
        this.words = words;
        this.lists = lists;
    }

    static Lists of(Function<Position, Collection<String>> words, Collection<Position> positions) {
        var byWord = new HashMap<String, List<Position>>();
        positions.forEach(position -> words.apply(position)
                .forEach(word ->
                        byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(position)));
        var lists = new HashMap<String, Chunks>();
        byWord.forEach((word, list) -> lists.put(word, Chunks.of(list)));
        return new Lists(words, Buckets.of(lists));
    }

    Sequence get(String word) {
        var list = lists.get(word);
        return list == null ? Sequence.EMPTY : new Sequence(list);
    }

    Stream<Map.Entry<String, Sequence>> all() {
        return lists.entries().map(list -> Map.entry(list.getKey(), new Sequence(list.getValue())));
    }

    Lists with(Position position) {
        var next = lists;
        for (var word : words.apply(position)) {
            var list = next.get(word);
            next = next.with(word, (list == null ? Chunks.EMPTY : list).with(position));
        }
        return new Lists(words, next);
    }

    Lists without(Position position) {
        var next = lists;
        for (var word : words.apply(position)) {
            var list = next.get(word);
            if (list != null) {
                var shorter = list.without(position);
                next = shorter.size() == 0 ? next.without(word) : next.with(word, shorter);
            }
        }
        return new Lists(words, next);
    }
}
