package org.vedette.gateway.limits;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which no complete request header arrives within the timeout, whether it is idle or sends single
 * bytes. Unlike an idle timeout, a received byte does not restart it.
 */
class RequestHeaderTimeoutHandler extends ChannelDuplexHandler {

    private final Duration timeout;
    private final AtomicInteger pendingResponses = new AtomicInteger();
    private final AtomicReference<@Nullable Future<?>> scheduledClose = new AtomicReference<>();

    RequestHeaderTimeoutHandler(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        startTimeout(context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelTimeout();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            pendingResponses.incrementAndGet();
            cancelTimeout();
        }
        context.fireChannelRead(message);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The promise reports the outcome.
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (endsFinalResponse(message) && pendingResponses.decrementAndGet() == 0) {
            startTimeout(context);
        }
    }

    private static boolean endsFinalResponse(Object message) {
        var informational = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        return message instanceof LastHttpContent && !informational;
    }

    private void startTimeout(ChannelHandlerContext context) {
        cancelTimeout();
        scheduledClose.set(
                context.executor().schedule(() -> close(context), timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failure to close leaves nothing to do.
    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void cancelTimeout() {
        var pending = scheduledClose.getAndSet(null);
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
