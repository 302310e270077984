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
 * Closes a connection that owes us the head of a request for too long, whether it is idle or sends it byte by byte:
 * unlike an idle timeout, a byte does not appease it.
 */
class HeadTimeout extends ChannelDuplexHandler {

    private final Duration timeout;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable Future<?>> closing = new AtomicReference<>();

    HeadTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        expectHead(context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        expectNothing();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unanswered.incrementAndGet();
            expectNothing();
        }
        context.fireChannelRead(message);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The outcome is told to whoever made the promise.
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (endsAnAnswer(message) && unanswered.decrementAndGet() == 0) {
            expectHead(context);
        }
    }

    private static boolean endsAnAnswer(Object message) {
        var interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        return message instanceof LastHttpContent && !interim;
    }

    private void expectHead(ChannelHandlerContext context) {
        expectNothing();
        closing.set(context.executor().schedule(() -> close(context), timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Closed or broken, the connection is gone.
    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void expectNothing() {
        var pending = closing.getAndSet(null);
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
