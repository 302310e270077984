package org.vedette.gateway.connections;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/** Follows a chunked body up to the line after its trailers (RFC 9112 §7.1). */
@ThreadConfined("the event loop of the channel")
class ChunkSyntax {

    private static final int NOT_ENDED = -1;
    private static final int MAX_DIGITS = 8;

    private enum Part {
        SIZE,
        EXTENSION,
        SIZE_END,
        DATA,
        DATA_END_CR,
        DATA_END_LF,
        TRAILERS
    }

    private final HeaderSyntax trailers = new HeaderSyntax();
    private Part part = Part.SIZE;
    private int digits;
    private long size;
    private @Nullable SyntaxViolation violation;

    /** The index of the last byte of the body; -1 when it has not ended, or when it violates the syntax. */
    int read(ByteBuf bytes) {
        var index = bytes.readerIndex();
        while (index < bytes.writerIndex() && violation == null) {
            if (part == Part.TRAILERS) {
                var end = bytes.forEachByte(index, bytes.writerIndex() - index, trailers);
                violation = trailers.violation();
                return violation == null ? end : NOT_ENDED;
            }
            index += part == Part.DATA ? skip(bytes.writerIndex() - index) : next(bytes.getByte(index));
        }
        return NOT_ENDED;
    }

    private int skip(int available) {
        var length = (int) Math.min(size, available);
        size -= length;
        if (size == 0) {
            part = Part.DATA_END_CR;
        }
        return length;
    }

    private int next(byte value) {
        switch (part) {
            case SIZE -> readSize(value);
            case EXTENSION -> readExtension(value);
            case SIZE_END -> expect(value, '\n', SyntaxViolation.LINE_END, size == 0 ? Part.TRAILERS : Part.DATA);
            case DATA_END_CR -> expect(value, '\r', SyntaxViolation.CHUNK_END, Part.DATA_END_LF);
            case DATA_END_LF -> expect(value, '\n', SyntaxViolation.CHUNK_END, Part.SIZE);
            case DATA, TRAILERS -> throw new IllegalStateException("read as a whole");
        }
        return 1;
    }

    private void readSize(byte value) {
        var digit = Character.digit(value, 16);
        if (digit >= 0 && digits < MAX_DIGITS) {
            size = size * 16 + digit;
            digits++;
        } else if (digits > 0 && value == ';') {
            part = Part.EXTENSION;
        } else if (digits > 0 && value == '\r') {
            part = Part.SIZE_END;
        } else {
            violation = SyntaxViolation.CHUNK_SIZE;
        }
    }

    private void readExtension(byte value) {
        if (value == '\r') {
            part = Part.SIZE_END;
        } else if (value == '\n' || value == 0) {
            violation = SyntaxViolation.LINE_END;
        }
    }

    private void expect(byte value, char expected, SyntaxViolation otherwise, Part next) {
        if (value != expected) {
            violation = otherwise;
            return;
        }
        part = next;
        digits = 0;
        if (next == Part.TRAILERS) {
            trailers.resetForTrailers();
        }
    }

    @Nullable
    SyntaxViolation violation() {
        return violation;
    }

    /** Prepares for the next body. */
    void reset() {
        part = Part.SIZE;
        digits = 0;
        size = 0;
    }
}
