package org.vedette.gateway.http2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Error;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.netty.Draining;

/**
 * Tells a client that the gateway is about to stop (RFC 9113 §6.8): it opens no further stream on this connection, and those that
 * are open, or on their way, go on.
 */
class DrainingConnectionHandler extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(DrainingConnectionHandler.class);

    /** On a connection that began after draining has started. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (Draining.of(context.channel())) {
            announceEnd(context);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == Draining.STARTED) {
            announceEnd(context);
        }
        context.fireUserEventTriggered(event);
    }

    /** The last stream is the largest there can be, as no request that is on its way is to be refused. */
    private static void announceEnd(ChannelHandlerContext context) {
        var frame = new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR).setExtraStreamIds(Integer.MAX_VALUE);
        context.writeAndFlush(frame)
                .addListener(sent ->
                        log.debug("Sent GOAWAY to {}: {}", context.channel().remoteAddress(), sent.isSuccess()));
    }
}
