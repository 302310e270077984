package org.vedette.gateway.connections;

import io.micrometer.core.instrument.Counter;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
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

    private static final Logger log = LoggerFactory.getLogger(RequestTimeoutHandler.class);

    private final Duration headerTimeout;
    private final Duration requestTimeout;
    private final long enoughBytes;
    private final Counter counter;
    private int pendingResponses;
    private boolean requestIncomplete;
    private long bytesWithinTimeout;
    private @Nullable Future<?> scheduledClose;

    /**
     * @param rate bytes a second at which a request may go on arriving after its timeout
     * @param counter counts requests that did not arrive
     */
    RequestTimeoutHandler(Duration headerTimeout, Duration requestTimeout, DataSize rate, Counter counter) {
        this.headerTimeout = headerTimeout;
        this.requestTimeout = requestTimeout;
        this.enoughBytes = rate.toBytes() * requestTimeout.toMillis() / 1_000;
        this.counter = counter;
    }

    /** A connection with TLS is active already when its protocol is agreed on. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            startTimeout(context, headerTimeout);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancelTimeout();
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
            bytesWithinTimeout = 0;
            cancelTimeout();
        }
        if (message instanceof HttpContent content) {
            bytesWithinTimeout += content.content().readableBytes();
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
            startRequestTimeout(context);
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

    private void startRequestTimeout(ChannelHandlerContext context) {
        scheduledClose = context.executor()
                .schedule(() -> closeUnlessArriving(context), requestTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A large body over a slow line takes longer than the timeout; how large it may be is limited elsewhere. */
    private void closeUnlessArriving(ChannelHandlerContext context) {
        if (bytesWithinTimeout >= enoughBytes) {
            bytesWithinTimeout = 0;
            startRequestTimeout(context);
            return;
        }
        counter.increment();
        log.debug("Request did not arrive in time: {}", context.channel().remoteAddress());
        close(context);
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
