package org.vedette.gateway.cache;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/**
 * Responds to hits on a connection of HTTP/1.1 before Reactor Netty sees the request, which saves two thirds of the
 * processor time outside the kernel. Only a request that nothing is outstanding before is answered here, so that responses
 * keep the order of their requests (RFC 9112 §9.3.2) and a client that reads none is not sent more.
 */
@ThreadConfined("the event loop of the channel")
final class CacheHitHandler extends ChannelDuplexHandler {

    /** Finds responses. */
    interface Responder {

        /** Null when the request has to be passed on. */
        @Nullable
        FullHttpResponse responseTo(HttpRequest request, Channel connection);
    }

    private final Responder hits;
    private int outstanding;
    private boolean writing;

    /** To the request whose end is awaited; null when that was passed on, or there is none. */
    private @Nullable FullHttpResponse response;

    CacheHitHandler(Responder hits) {
        this.hits = hits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            response = outstanding == 0 && !writing ? hits.responseTo(request, context.channel()) : null;
            if (response == null) {
                outstanding++;
            }
        }
        if (response == null) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            respond(context, response);
            response = null;
        }
    }

    /** Reads on when the response has been sent. */
    private void respond(ChannelHandlerContext context, FullHttpResponse next) {
        writing = true;
        context.writeAndFlush(next)
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE)
                .addListener((ChannelFuture sent) -> {
                    writing = false;
                    context.read();
                });
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The promise reports the outcome.
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (endsFinalResponse(message)) {
            outstanding--;
        }
    }

    private static boolean endsFinalResponse(Object message) {
        var informational =
                message instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        return message instanceof LastHttpContent && !informational;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (response != null) {
            response.release();
            response = null;
        }
    }
}
