package org.vedette.feed.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An immutable map that is cheap to change: a copy shares all but one small map with the one it was made from. */
final class Buckets<K, V> {

    private static final int COUNT = 512;

    private final List<Map<K, V>> buckets;
    private final int size;

    private Buckets(List<Map<K, V>> buckets, int size) {
        this.buckets = buckets;
        this.size = size;
    }

    static <K, V> Buckets<K, V> empty() {
        return new Buckets<>(Collections.nCopies(COUNT, Map.of()), 0);
    }

    static <K, V> Buckets<K, V> of(Map<K, V> all) {
        var filled = new ArrayList<Map<K, V>>(Collections.nCopies(COUNT, Map.of()));
        all.forEach((key, value) -> {
            var index = index(key);
            if (filled.get(index).isEmpty()) {
                filled.set(index, new HashMap<>());
            }
            filled.get(index).put(key, value);
        });
        return new Buckets<>(filled, all.size());
    }

    int size() {
        return size;
    }

    @Nullable
    V get(Object key) {
        return buckets.get(index(key)).get(key);
    }

    Stream<Map.Entry<K, V>> entries() {
        return buckets.stream().flatMap(bucket -> bucket.entrySet().stream());
    }

    Stream<V> values() {
        return buckets.stream().flatMap(bucket -> bucket.values().stream());
    }

    Buckets<K, V> with(K key, V value) {
        return changed(key, bucket -> {
            bucket.put(key, value);
            return bucket;
        });
    }

    Buckets<K, V> without(K key) {
        return get(key) == null
                ? this
                : changed(key, bucket -> {
                    bucket.remove(key);
                    return bucket;
                });
    }

    private Buckets<K, V> changed(K key, UnaryOperator<Map<K, V>> change) {
        var index = index(key);
        var before = buckets.get(index);
        var after = change.apply(new HashMap<>(before));
        var copy = new ArrayList<>(buckets);
        copy.set(index, after);
        return new Buckets<>(copy, size + after.size() - before.size());
    }

    /** The high bits count too: those of many hash codes differ in nothing else. */
    private static int index(Object key) {
        var hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNT - 1);
    }
}
