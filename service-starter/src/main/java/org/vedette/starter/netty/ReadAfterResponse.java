package org.vedette.starter.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Reads from a connection after every response, as a workaround for Reactor Netty 1.3.6 and 1.3.7.
 *
 * <p>There a request that arrives while the response before it is being finished is queued as pipelined. Once it has been
 * taken from the queue and answered, nothing may read from the channel any more, and a persistent connection hangs. One
 * read too many does no harm. See reactor-netty#4361 and decision 9.
 */
public final class ReadAfterResponse implements NettyServerCustomizer {

    private static final String NAME = "vedette.read-after-response";

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> addTo(channel.pipeline()));
    }

    /** Adds it to a connection of HTTP/1.1; where the protocol is still to be agreed, it has to be added later. */
    public static void addTo(ChannelPipeline pipeline) {
        if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null && pipeline.get(NAME) == null) {
            pipeline.addAfter(NettyPipeline.HttpTrafficHandler, NAME, new ReadAfterLastContent());
        }
    }

    private static final class ReadAfterLastContent extends ChannelOutboundHandlerAdapter {

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // The promise carries the outcome.
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            context.write(message, promise);
            if (message instanceof LastHttpContent) {
                context.executor().execute(() -> context.channel().read());
            }
        }
    }
}
