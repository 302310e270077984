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
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/**
 * Closes a connection on which the header of a request, or the whole request, does not arrive within its timeout, whether
 * it is idle or sends single bytes. Unlike an idle timeout, a received byte does not restart it.
 *
 * <p>Reactor Netty's timeout for requests would keep each request in memory until the timeout when its response is sent in
 * the same moment in which the request arrives: its end then reaches nobody who cancels the timer.
 */
@ThreadConfined("the event loop of the channel")
class RequestTimeoutHandler extends ChannelDuplexHandler {

    private final Duration headerTimeout;
    private final Duration requestTimeout;
    private int pendingResponses;
    private boolean requestIncomplete;
    private @Nullable Future<?> scheduledClose;

    RequestTimeoutHandler(Duration headerTimeout, Duration requestTimeout) {
        this.headerTimeout = headerTimeout;
        this.requestTimeout = requestTimeout;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        startTimeout(context, headerTimeout);
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
            pendingResponses++;
            requestIncomplete = true;
            cancelTimeout();
        }
        if (message instanceof LastHttpContent) {
            requestIncomplete = false;
            cancelTimeout();
            if (pendingResponses == 0) {
                startTimeout(context, headerTimeout);
            }
        }
        context.fireChannelRead(message);
    }

    /** Most requests have arrived as a whole here, and need no timer. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (requestIncomplete && scheduledClose == null) {
            startTimeout(context, requestTimeout);
        }
        context.fireChannelReadComplete();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The promise reports the outcome.
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (endsFinalResponse(message) && --pendingResponses == 0 && !requestIncomplete) {
            startTimeout(context, headerTimeout);
        }
    }

    private static boolean endsFinalResponse(Object message) {
        var informational = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        return message instanceof LastHttpContent && !informational;
    }

    private void startTimeout(ChannelHandlerContext context, Duration timeout) {
        cancelTimeout();
        scheduledClose = context.executor().schedule(() -> close(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failure to close leaves nothing to do.
    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void cancelTimeout() {
        if (scheduledClose != null) {
            scheduledClose.cancel(false);
            scheduledClose = null;
        }
    }
}
