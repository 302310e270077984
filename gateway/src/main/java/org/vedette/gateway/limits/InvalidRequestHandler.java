package org.vedette.gateway.limits;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import org.vedette.starter.ThreadConfined;

/**
 * Responds to a request with invalid headers, which no filter would see, and closes the connection, because the start of
 * the next request cannot be determined.
 */
@ThreadConfined("the event loop of the channel")
class InvalidRequestHandler extends ChannelInboundHandlerAdapter {

    private final RequestHeaderValidator validator;
    private boolean closing;

    InvalidRequestHandler(RequestHeaderValidator validator) {
        this.validator = validator;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        var response = message instanceof HttpRequest request ? validator.errorResponse(request) : null;
        if (response == null) {
            context.fireChannelRead(message);
            return;
        }
        closing = true;
        ReferenceCountUtil.release(message);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
