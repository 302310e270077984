package org.vedette.gateway.http2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.CleartextHttp2ServerUpgradeHandler.PriorKnowledgeUpgradeEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.function.Consumer;

/** Waits until client and server have agreed on a protocol, by ALPN (RFC 7301) or by the preface of HTTP/2. */
class NegotiatedProtocolHandler extends ChannelInboundHandlerAdapter {

    private final Consumer<ChannelPipeline> negotiated;

    NegotiatedProtocolHandler(Consumer<ChannelPipeline> negotiated) {
        this.negotiated = negotiated;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (isAgreement(event)) {
            negotiated.accept(context.pipeline());
            context.fireUserEventTriggered(event);
            context.pipeline().remove(this);
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    private static boolean isAgreement(Object event) {
        return event instanceof PriorKnowledgeUpgradeEvent
                || (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess());
    }
}
