package org.vedette.gateway.http2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2FrameStreamEvent;
import io.netty.handler.codec.http2.Http2FrameStreamException;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.ThreadConfined;

/**
 * Validates the request of each stream of a connection, resets a stream whose request does not arrive in time, and closes a
 * connection on which no request is in progress for that long as a connection of HTTP/1.1 may be idle.
 */
@ThreadConfined("the event loop of the channel")
class StreamRequestHandler extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(StreamRequestHandler.class);

    private final InvalidStreamResponses responses;
    private final Duration idleTimeout;
    private final Duration requestTimeout;
    private final Map<Http2FrameStream, Incoming> incoming = new HashMap<>();
    private @Nullable Future<?> scheduledClose;

    StreamRequestHandler(InvalidStreamResponses responses, Duration idleTimeout, Duration requestTimeout) {
        this.responses = responses;
        this.idleTimeout = idleTimeout;
        this.requestTimeout = requestTimeout;
    }

    /** A stream whose response is not complete yet; its timeout runs until the whole request has arrived. */
    private record Incoming(boolean rejected, @Nullable Future<?> timeout) {

        void cancel() {
            if (timeout != null) {
                timeout.cancel(false);
            }
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        startIdleTimeout(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelIdleTimeout();
        incoming.values().forEach(Incoming::cancel);
        incoming.clear();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof Http2StreamFrame frame) || frame.stream() == null) {
            context.fireChannelRead(message);
            return;
        }
        var stream = frame.stream();
        var known = incoming.get(stream);
        if (known == null && frame instanceof Http2HeadersFrame headers) {
            begin(context, stream, headers);
        } else if (known != null && known.rejected()) {
            ReferenceCountUtil.release(message);
        } else {
            if (known != null && endsStream(frame)) {
                known.cancel();
            }
            context.fireChannelRead(message);
        }
    }

    private void begin(ChannelHandlerContext context, Http2FrameStream stream, Http2HeadersFrame headers) {
        cancelIdleTimeout();
        var violation = StreamRequestRules.violation(headers.headers(), headers.isEndStream());
        if (violation.isPresent()) {
            incoming.put(stream, new Incoming(true, null));
            responses.send(context, stream, violation.get());
            return;
        }
        incoming.put(stream, new Incoming(false, headers.isEndStream() ? null : startRequestTimeout(context, stream)));
        context.fireChannelRead(headers);
    }

    private static boolean endsStream(Http2StreamFrame frame) {
        return (frame instanceof Http2DataFrame data && data.isEndStream())
                || (frame instanceof Http2HeadersFrame headers && headers.isEndStream());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Http2FrameStreamEvent change && change.stream().state() == Http2Stream.State.CLOSED) {
            end(context, change.stream());
        }
        context.fireUserEventTriggered(event);
    }

    /** A stream whose frames the decoder refuses; the application sees the end of its request, and no fault is logged. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // A stream that is closed already needs no reset.
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof Http2FrameStreamException refused) {
            log.debug("Stream reset: {}", refused.getMessage());
            context.writeAndFlush(new DefaultHttp2ResetFrame(refused.error()).stream(refused.stream()));
        } else {
            context.fireExceptionCaught(failure);
        }
    }

    private void end(ChannelHandlerContext context, Http2FrameStream stream) {
        var ended = incoming.remove(stream);
        if (ended != null) {
            ended.cancel();
            if (incoming.isEmpty() && context.channel().isActive()) {
                startIdleTimeout(context);
            }
        }
    }

    private Future<?> startRequestTimeout(ChannelHandlerContext context, Http2FrameStream stream) {
        return context.executor()
                .schedule(() -> reset(context, stream), requestTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A stream that is closed already needs no reset.
    private static void reset(ChannelHandlerContext context, Http2FrameStream stream) {
        context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL).stream(stream));
    }

    private void startIdleTimeout(ChannelHandlerContext context) {
        cancelIdleTimeout();
        scheduledClose =
                context.executor().schedule(() -> close(context), idleTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failure to close leaves nothing to do.
    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void cancelIdleTimeout() {
        if (scheduledClose != null) {
            scheduledClose.cancel(false);
            scheduledClose = null;
        }
    }
}
