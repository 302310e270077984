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
import org.springframework.util.unit.DataSize;
import org.vedette.gateway.transport.ConnectionCounters;
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
    private final long enoughBytes;
    private final ConnectionCounters counters;
    private final Map<Http2FrameStream, Incoming> incoming = new HashMap<>();
    private @Nullable Future<?> scheduledClose;

    /**
     * @param rate bytes a second at which a request may go on arriving after its timeout
     * @param counters counts requests that did not arrive
     */
    StreamRequestHandler(
            InvalidStreamResponses responses,
            Duration idleTimeout,
            Duration requestTimeout,
            DataSize rate,
            ConnectionCounters counters) {
        this.responses = responses;
        this.idleTimeout = idleTimeout;
        this.requestTimeout = requestTimeout;
        this.enoughBytes = rate.toBytes() * requestTimeout.toMillis() / 1_000;
        this.counters = counters;
    }

    /** A stream whose response is not complete yet; its timeout runs until the whole request has arrived. */
    private static final class Incoming {

        private final boolean rejected;
        private long bytesWithinTimeout;
        private @Nullable Future<?> timeout;

        Incoming(boolean rejected) {
            this.rejected = rejected;
        }

        void cancel() {
            if (timeout != null) {
                timeout.cancel(false);
                timeout = null;
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
        } else if (known != null && known.rejected) {
            ReferenceCountUtil.release(message);
        } else {
            if (known != null) {
                received(known, frame);
            }
            context.fireChannelRead(message);
        }
    }

    private void begin(ChannelHandlerContext context, Http2FrameStream stream, Http2HeadersFrame headers) {
        cancelIdleTimeout();
        var violation = StreamRequestRules.violation(headers.headers(), headers.isEndStream());
        if (violation.isPresent()) {
            incoming.put(stream, new Incoming(true));
            responses.send(context, stream, violation.get());
            return;
        }
        var request = new Incoming(false);
        incoming.put(stream, request);
        if (!headers.isEndStream()) {
            startRequestTimeout(context, stream, request);
        }
        context.fireChannelRead(headers);
    }

    private static void received(Incoming request, Http2StreamFrame frame) {
        if (frame instanceof Http2DataFrame data) {
            request.bytesWithinTimeout += data.content().readableBytes();
        }
        if (endsStream(frame)) {
            request.cancel();
        }
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

    private void startRequestTimeout(ChannelHandlerContext context, Http2FrameStream stream, Incoming request) {
        request.bytesWithinTimeout = 0;
        request.timeout = context.executor()
                .schedule(
                        () -> resetUnlessArriving(context, stream, request),
                        requestTimeout.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** A large body over a slow line takes longer than the timeout; how large it may be is limited elsewhere. */
    private void resetUnlessArriving(ChannelHandlerContext context, Http2FrameStream stream, Incoming request) {
        if (request.bytesWithinTimeout >= enoughBytes) {
            startRequestTimeout(context, stream, request);
            return;
        }
        counters.slowRequests().increment();
        log.debug("Request did not arrive in time: {}", context.channel().remoteAddress());
        reset(context, stream);
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
