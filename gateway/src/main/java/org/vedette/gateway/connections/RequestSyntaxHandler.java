package org.vedette.gateway.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/**
 * Checks the bytes of requests before they are decoded, because the decoder joins folded headers, skips spaces before the
 * size of a chunk and more. Where two readers of a request may differ on it, it can be used for smuggling.
 *
 * <p>Bytes are passed on up to the end of a header, so that the decoder says how the body is delimited before the body is
 * looked at. A violation is passed on in place of the rest of the connection.
 */
@ThreadConfined("the event loop of the channel")
class RequestSyntaxHandler extends ChannelInboundHandlerAdapter {

    private enum Part {
        HEADER,
        BODY,
        CHUNKS
    }

    private final RequestFraming framing;
    private final HeaderSyntax header = new HeaderSyntax();
    private final ChunkSyntax chunks = new ChunkSyntax();
    private Part part = Part.HEADER;
    private long remaining;
    private boolean rejected;

    RequestSyntaxHandler(RequestFraming framing) {
        this.framing = framing;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        try {
            while (bytes.isReadable() && !rejected) {
                read(context, bytes);
            }
        } finally {
            bytes.release();
        }
    }

    private void read(ChannelHandlerContext context, ByteBuf bytes) {
        switch (part) {
            case HEADER -> readHeader(context, bytes);
            case BODY -> readBody(context, bytes);
            case CHUNKS -> readChunks(context, bytes);
        }
    }

    private void readHeader(ChannelHandlerContext context, ByteBuf bytes) {
        var end = bytes.forEachByte(header);
        if (header.violation() != null) {
            reject(context, header.violation());
            return;
        }
        pass(context, bytes, end);
        if (end >= 0) {
            header.reset();
            beginBody();
        }
    }

    private void beginBody() {
        remaining = framing.length();
        part = framing.isChunked() ? Part.CHUNKS : remaining > 0 ? Part.BODY : Part.HEADER;
    }

    private void readBody(ChannelHandlerContext context, ByteBuf bytes) {
        var length = (int) Math.min(remaining, bytes.readableBytes());
        remaining -= length;
        context.fireChannelRead(bytes.readRetainedSlice(length));
        if (remaining == 0) {
            part = Part.HEADER;
        }
    }

    private void readChunks(ChannelHandlerContext context, ByteBuf bytes) {
        var end = chunks.read(bytes);
        if (chunks.violation() != null) {
            reject(context, chunks.violation());
            return;
        }
        pass(context, bytes, end);
        if (end >= 0) {
            chunks.reset();
            part = Part.HEADER;
        }
    }

    /** Passes on the bytes up to the last one of the part; all of them when it has not ended. */
    private static void pass(ChannelHandlerContext context, ByteBuf bytes, int end) {
        var length = end < 0 ? bytes.readableBytes() : end + 1 - bytes.readerIndex();
        context.fireChannelRead(bytes.readRetainedSlice(length));
    }

    private void reject(ChannelHandlerContext context, @Nullable SyntaxViolation violation) {
        rejected = true;
        if (violation != null) {
            context.fireChannelRead(violation);
        }
    }
}
