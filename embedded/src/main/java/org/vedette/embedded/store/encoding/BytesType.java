package org.vedette.embedded.store.encoding;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Byte arrays as values of a map in the file. */
public final class BytesType extends BasicDataType<byte[]> {

    public static final BytesType INSTANCE = new BytesType();

    public static final byte[] EMPTY = {};

    private static final int ARRAY_OVERHEAD = 24;

    private BytesType() {}

    @Override
    public int getMemory(byte[] value) {
        return ARRAY_OVERHEAD + value.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] value) {
        buffer.putVarInt(value.length).put(value);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        var value = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(value);
        return value;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
