package org.vedette.embedded.store.encoding;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One or more values as BSON bytes; values that are equal to the query matcher (1, 1L, 1.0) have equal bytes. */
public final class StoreKey implements Comparable<StoreKey> {

    private final byte[] bytes;

    public StoreKey(byte[] bytes) {
        this.bytes = bytes;
    }

    public static StoreKey of(KeyValue values) {
        var numbered = new Document();
        for (var value : values.normalized()) {
            numbered.put(Integer.toString(numbered.size()), value instanceof Missing ? null : value);
        }
        return new StoreKey(BsonBytes.encode(numbered));
    }

    public static StoreKey of(List<?> values) {
        return of(new KeyValue(values));
    }

    public static StoreKey ofId(@Nullable Object id) {
        return of(Collections.singletonList(id));
    }

    public byte[] bytes() {
        return bytes;
    }

    /** This key followed by another; unambiguous, because BSON states its own length. */
    public StoreKey concat(StoreKey suffix) {
        var joined = Arrays.copyOf(bytes, bytes.length + suffix.bytes.length);
        System.arraycopy(suffix.bytes, 0, joined, bytes.length, suffix.bytes.length);
        return new StoreKey(joined);
    }

    public boolean startsWith(StoreKey prefix) {
        return bytes.length >= prefix.bytes.length
                && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
    }

    public StoreKey removePrefix(StoreKey prefix) {
        return new StoreKey(Arrays.copyOfRange(bytes, prefix.bytes.length, bytes.length));
    }

    @Override
    public int compareTo(StoreKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoreKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return BsonBytes.decode(bytes).toString();
    }
}
