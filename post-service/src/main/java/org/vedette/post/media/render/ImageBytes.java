package org.vedette.post.media.render;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.vedette.post.media.MediaException.InvalidImageException;
import org.vedette.starter.ThreadConfined;

/** Reads the parts of a file one after the other; every read beyond the end refuses the file as truncated. */
@ThreadConfined("the thread that works on the picture")
final class ImageBytes {

    private static final int UNSIGNED_BYTE = 0xFF;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    private final ByteBuffer data;

    private ImageBytes(ByteBuffer data) {
        this.data = data;
    }

    /** Reads a structure; what goes beyond the end of the file refuses it. */
    static ImageStructure read(byte[] file, ByteOrder order, Function<ImageBytes, ImageStructure> reader) {
        try {
            return reader.apply(new ImageBytes(ByteBuffer.wrap(file).order(order)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException end) {
            throw truncated();
        }
    }

    static InvalidImageException truncated() {
        return new InvalidImageException("The picture is truncated: it ends before its last part. Send it again.");
    }

    static InvalidImageException corrupt(String reason) {
        return new InvalidImageException("The picture is corrupt: " + reason + ". Save it anew with an image editor.");
    }

    int position() {
        return data.position();
    }

    void moveTo(int position) {
        data.position(position);
    }

    void skip(int bytes) {
        data.position(Math.addExact(data.position(), bytes));
    }

    int remaining() {
        return data.remaining();
    }

    int u8() {
        return data.get() & UNSIGNED_BYTE;
    }

    int u16() {
        return data.getShort() & UNSIGNED_SHORT;
    }

    int u24() {
        return u8() | u8() << 8 | u8() << 16;
    }

    /** A length of more than 2 GB is beyond the end of every file. */
    int length() {
        var length = data.getInt();
        if (length < 0) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    int i32() {
        return data.getInt();
    }

    String text(int bytes) {
        return new String(bytes(bytes), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes(int count) {
        if (count > data.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[count];
        data.get(bytes);
        return bytes;
    }
}
