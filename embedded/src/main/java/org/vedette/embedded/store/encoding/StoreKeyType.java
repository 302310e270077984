package org.vedette.embedded.store.encoding;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** {@link StoreKey}s as keys or values of a map in the file. */
public final class StoreKeyType extends BasicDataType<StoreKey> {

    public static final StoreKeyType INSTANCE = new StoreKeyType();

    private static final int KEY_OVERHEAD = 16;

    private StoreKeyType() {}

    @Override
    public int compare(StoreKey left, StoreKey right) {
        return left.compareTo(right);
    }

    @Override
    public int getMemory(StoreKey key) {
        return KEY_OVERHEAD + BytesType.INSTANCE.getMemory(key.bytes());
    }

    @Override
    public void write(WriteBuffer buffer, StoreKey key) {
        BytesType.INSTANCE.write(buffer, key.bytes());
    }

    @Override
    public StoreKey read(ByteBuffer buffer) {
        return new StoreKey(BytesType.INSTANCE.read(buffer));
    }

    @Override
    public StoreKey[] createStorage(int size) {
        return new StoreKey[size];
    }
}
