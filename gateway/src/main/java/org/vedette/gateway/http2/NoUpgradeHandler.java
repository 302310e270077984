package org.vedette.gateway.http2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Ignores a request to upgrade to HTTP/2, which RFC 9113 has removed: a proxy in front that forwards it would open a tunnel
 * past its own rules.
 */
class NoUpgradeHandler extends ChannelInboundHandlerAdapter {

    private static final String HTTP2_SETTINGS = "HTTP2-Settings";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            request.headers().remove(HttpHeaderNames.UPGRADE).remove(HTTP2_SETTINGS);
        }
        context.fireChannelRead(message);
    }
}
