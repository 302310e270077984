package org.vedette.feed.serving.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Reads on after every answer.
 *
 * <p>A request that arrives while the answer before it is being finished waits in a queue of Reactor Netty (seen in
 * 1.3.6 and 1.3.7). Once it is taken from there and answered, nobody may ask for the next one any more, and a kept
 * connection hangs. To ask once too often does no harm.
 */
@Component
class NextRead implements NettyServerCustomizer {

    private static final String NAME = "vedette.next-read";

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpTrafficHandler, NAME, new AfterAnswer()));
    }

    private static final class AfterAnswer extends ChannelOutboundHandlerAdapter {

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // The outcome is told to whoever made the promise.
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            context.write(message, promise);
            if (message instanceof LastHttpContent) {
                context.executor().execute(() -> context.channel().read());
            }
        }
    }
}
