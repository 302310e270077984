package org.vedette.gateway.http2;

import io.micrometer.core.instrument.Counter;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2FrameStreamEvent;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.PromiseCombiner;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.ThreadConfined;

/**
 * Resets a stream whose client does not read the response: bytes wait for a window of the client (RFC 9113 §5.2), or for the
 * connection, and none could be sent within the timeout. Otherwise the stream would hold a connection to a service for ever. A
 * connection on which not even the reset can be sent is closed.
 *
 * <p>Bytes count as sent part by part, because a frame as a whole may take a slow client longer than the timeout.
 */
@ThreadConfined("the event loop of the channel")
class StreamResponseHandler extends ChannelDuplexHandler {

    private static final Logger log = LoggerFactory.getLogger(StreamResponseHandler.class);

    /** How often progress is looked for within the timeout. */
    private static final int CHECKS = 4;

    private static final int PART_BYTES = 8 * 1024;

    private final long timeoutMillis;
    private final long intervalMillis;
    private final Counter counter;
    private final Map<Http2FrameStream, Outgoing> outgoing = new HashMap<>();
    private final Set<Http2FrameStream> written = new HashSet<>();

    /** @param counter counts responses that were not read */
    StreamResponseHandler(Duration timeout, Counter counter) {
        this.timeoutMillis = timeout.toMillis();
        this.intervalMillis = Math.max(1, timeoutMillis / CHECKS);
        this.counter = counter;
    }

    /** What has been written to a stream. */
    private static final class Outgoing {

        private int waiting;
        private boolean progress;
        private int checksWithoutProgress;
        private boolean cut;
        private @Nullable Future<?> check;

        void track(ChannelFuture part) {
            waiting++;
            part.addListener(sent -> {
                waiting--;
                progress = true;
            });
        }

        void cancel() {
            if (check != null) {
                check.cancel(false);
                check = null;
            }
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The promise reports the outcome.
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof Http2DataFrame data && isOpen(data.stream())) {
            var stream = data.stream();
            written.add(stream);
            writeParts(context, data, outgoing.computeIfAbsent(stream, unknown -> new Outgoing()), promise);
        } else {
            context.write(message, promise);
        }
    }

    private static boolean isOpen(@Nullable Http2FrameStream stream) {
        return stream != null && stream.state() != Http2Stream.State.CLOSED;
    }

    private static void writeParts(
            ChannelHandlerContext context, Http2DataFrame data, Outgoing response, ChannelPromise promise) {
        if (data.content().readableBytes() <= PART_BYTES) {
            response.track(context.write(data, promise));
            return;
        }
        var parts = new PromiseCombiner(context.executor());
        while (data.content().readableBytes() > PART_BYTES) {
            parts.add(writePart(context, data, PART_BYTES, false, response));
        }
        parts.add(writePart(context, data, data.content().readableBytes(), data.isEndStream(), response));
        parts.finish(promise);
        data.release();
    }

    private static ChannelFuture writePart(
            ChannelHandlerContext context, Http2DataFrame data, int bytes, boolean end, Outgoing response) {
        var part = new DefaultHttp2DataFrame(data.content().readRetainedSlice(bytes), end).stream(data.stream());
        var sent = context.write(part);
        response.track(sent);
        return sent;
    }

    /** What a flush leaves behind, the client has not read; mostly it leaves nothing, and no timer is needed. */
    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        written.forEach(stream -> watch(context, stream));
        written.clear();
    }

    private void watch(ChannelHandlerContext context, Http2FrameStream stream) {
        var response = outgoing.get(stream);
        if (response != null && response.check == null && response.waiting > 0 && !response.cut) {
            response.checksWithoutProgress = 0;
            response.progress = false;
            schedule(context, stream, response);
        }
    }

    private void schedule(ChannelHandlerContext context, Http2FrameStream stream, Outgoing response) {
        response.check = context.executor()
                .schedule(() -> check(context, stream, response), intervalMillis, TimeUnit.MILLISECONDS);
    }

    private void check(ChannelHandlerContext context, Http2FrameStream stream, Outgoing response) {
        response.check = null;
        if (response.waiting == 0) {
            return;
        }
        response.checksWithoutProgress = response.progress ? 0 : response.checksWithoutProgress + 1;
        response.progress = false;
        if (response.checksWithoutProgress < CHECKS) {
            schedule(context, stream, response);
        } else {
            response.cut = true;
            cut(context, stream);
        }
    }

    /** A reset that cannot be sent either ends nothing: then the client reads nothing of the whole connection. */
    private void cut(ChannelHandlerContext context, Http2FrameStream stream) {
        counter.increment();
        log.debug("Client does not read the response: {}", context.channel().remoteAddress());
        var reset = context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL).stream(stream));
        if (!reset.isDone()) {
            var close = context.executor().schedule(() -> close(context), timeoutMillis, TimeUnit.MILLISECONDS);
            reset.addListener(sent -> close.cancel(false));
        }
    }

    /** Past the handlers, which would wait for the client: for the end of the streams, and of TLS. */
    private static void close(ChannelHandlerContext context) {
        context.channel().unsafe().close(context.channel().voidPromise());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Http2FrameStreamEvent change && change.stream().state() == Http2Stream.State.CLOSED) {
            var ended = outgoing.remove(change.stream());
            if (ended != null) {
                ended.cancel();
            }
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        outgoing.values().forEach(Outgoing::cancel);
        outgoing.clear();
        context.fireChannelInactive();
    }
}
