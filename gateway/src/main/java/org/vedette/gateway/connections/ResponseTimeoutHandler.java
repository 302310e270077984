package org.vedette.gateway.connections;

import io.micrometer.core.instrument.Counter;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.ThreadConfined;

/**
 * Closes a connection whose client does not read the response: bytes wait to be sent, and none could be sent within the
 * timeout. A stream without events has no bytes that wait, and a client that reads slowly takes some in time.
 */
@ThreadConfined("the event loop of the channel")
class ResponseTimeoutHandler extends ChannelDuplexHandler {

    private static final Logger log = LoggerFactory.getLogger(ResponseTimeoutHandler.class);

    /** How often progress is looked for within the timeout. */
    private static final int CHECKS = 4;

    private final long intervalMillis;
    private final Counter counter;
    private int checksWithoutProgress;
    private Progress last = Progress.NONE;
    private @Nullable Future<?> check;

    ResponseTimeoutHandler(Duration timeout, Counter counter) {
        this.intervalMillis = Math.max(1, timeout.toMillis() / CHECKS);
        this.counter = counter;
    }

    /** What a flush leaves behind, the client has not read; mostly it leaves nothing, and no timer is needed. */
    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (check == null && isWaiting(context)) {
            checksWithoutProgress = 0;
            last = Progress.of(context);
            schedule(context);
        }
    }

    private void schedule(ChannelHandlerContext context) {
        check = context.executor().schedule(() -> check(context), intervalMillis, TimeUnit.MILLISECONDS);
    }

    private void check(ChannelHandlerContext context) {
        check = null;
        if (!context.channel().isActive() || !isWaiting(context)) {
            return;
        }
        var now = Progress.of(context);
        checksWithoutProgress = now.equals(last) ? checksWithoutProgress + 1 : 0;
        last = now;
        if (checksWithoutProgress < CHECKS) {
            schedule(context);
        } else {
            cut(context);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failure to close leaves nothing to do.
    private void cut(ChannelHandlerContext context) {
        counter.increment();
        log.debug("Client does not read the response: {}", context.channel().remoteAddress());
        context.close();
    }

    private static boolean isWaiting(ChannelHandlerContext context) {
        return Progress.of(context).waiting > 0;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (check != null) {
            check.cancel(false);
            check = null;
        }
        context.fireChannelInactive();
    }

    /**
     * How far sending has come.
     *
     * @param waiting bytes that wait
     * @param sent bytes of the first of the waiting buffers that have been sent
     */
    private record Progress(long waiting, long sent, int firstBuffer) {

        static final Progress NONE = new Progress(0, 0, 0);

        static Progress of(ChannelHandlerContext context) {
            ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
            return buffer == null
                    ? NONE
                    : new Progress(
                            buffer.totalPendingWriteBytes(),
                            buffer.currentProgress(),
                            System.identityHashCode(buffer.current()));
        }
    }
}
