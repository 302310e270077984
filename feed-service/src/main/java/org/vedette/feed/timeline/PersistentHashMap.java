package org.vedette.feed.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A persistent hash map: immutable, with a fixed number of buckets. A changed copy shares all buckets but one with its
 * predecessor.
 */
final class PersistentHashMap<K, V> {

    private static final int COUNT = 512;

    private final List<Map<K, V>> buckets;
    private final int size;

    private PersistentHashMap(List<Map<K, V>> buckets, int size) {
        this.buckets = buckets;
        this.size = size;
    }

    static <K, V> PersistentHashMap<K, V> empty() {
        return new PersistentHashMap<>(Collections.nCopies(COUNT, Map.of()), 0);
    }

    static <K, V> PersistentHashMap<K, V> of(Map<K, V> all) {
        var filled = new ArrayList<Map<K, V>>(Collections.nCopies(COUNT, Map.of()));
        all.forEach((key, value) -> {
            var index = index(key);
            if (filled.get(index).isEmpty()) {
                filled.set(index, new HashMap<>());
            }
            filled.get(index).put(key, value);
        });
        return new PersistentHashMap<>(filled, all.size());
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

    PersistentHashMap<K, V> with(K key, V value) {
        return copyWithBucket(key, bucket -> {
            bucket.put(key, value);
            return bucket;
        });
    }

    PersistentHashMap<K, V> without(K key) {
        return get(key) == null
                ? this
                : copyWithBucket(key, bucket -> {
                    bucket.remove(key);
                    return bucket;
                });
    }

    private PersistentHashMap<K, V> copyWithBucket(K key, UnaryOperator<Map<K, V>> change) {
        var index = index(key);
        var before = buckets.get(index);
        var after = change.apply(new HashMap<>(before));
        var copy = new ArrayList<>(buckets);
        copy.set(index, after);
        return new PersistentHashMap<>(copy, size + after.size() - before.size());
    }

    /** The high bits count too: those of many hash codes differ in nothing else. */
    private static int index(Object key) {
        var hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNT - 1);
    }
}
