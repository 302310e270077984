package org.vedette.gateway.limits;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers what the server would refuse before any of our filters sees it, and closes the connection, since where the
 * next request begins is then anybody's guess.
 */
class HeadGuard extends ChannelInboundHandlerAdapter {

    private final HeadRefusals refusals;
    private final AtomicBoolean closing = new AtomicBoolean();

    HeadGuard(HeadRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing.get()) {
            ReferenceCountUtil.release(message);
            return;
        }
        var answer = message instanceof HttpRequest request ? refusals.answerTo(request) : null;
        if (answer == null) {
            context.fireChannelRead(message);
            return;
        }
        closing.set(true);
        ReferenceCountUtil.release(message);
        context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
