package org.vedette.gateway.connections;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/**
 * Responds to an invalid request, which no filter would see, and closes the connection, because the start of the next
 * request cannot be determined. Requests that came before it on the same connection are answered first (RFC 9112 §9.3.2).
 */
@ThreadConfined("the event loop of the channel")
class InvalidRequestHandler extends ChannelDuplexHandler {

    /** For the client to read the response: closing at once would reset the connection while bytes are unread. */
    private static final long LINGER_MILLIS = 1_000;

    private final RequestValidator validator;
    private final InvalidRequestResponses responses;
    private final RequestFraming framing;
    private int received;
    private int answered;
    private boolean requestIncomplete;
    private boolean responseBegun;
    private boolean closing;

    /** Waits for the responses to earlier requests. */
    private @Nullable FullHttpResponse error;

    /** Number of responses that come before it. */
    private int responsesBefore;

    InvalidRequestHandler(RequestValidator validator, InvalidRequestResponses responses, RequestFraming framing) {
        this.validator = validator;
        this.responses = responses;
        this.framing = framing;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing || error != null) {
            ReferenceCountUtil.release(message);
            return;
        }
        var problem = validator.problem(message);
        if (problem != null) {
            ReferenceCountUtil.release(message);
            error = responses.of(problem);
            responsesBefore = requestIncomplete ? received - 1 : received;
            respondInTurn(context);
            return;
        }
        if (message instanceof HttpRequest request) {
            framing.set(request);
            received++;
            requestIncomplete = true;
        }
        if (message instanceof LastHttpContent) {
            requestIncomplete = false;
        }
        context.fireChannelRead(message);
    }

    /** A request whose response has begun gets no other: it ends with the connection. */
    private void respondInTurn(ChannelHandlerContext context) {
        if (error == null || answered < responsesBefore) {
            return;
        }
        var response = error;
        error = null;
        closing = true;
        if (answered > responsesBefore || responseBegun) {
            response.release();
            closeAfterLinger(context);
        } else {
            context.writeAndFlush(response).addListener((ChannelFuture written) -> closeAfterLinger(context));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failure to close leaves nothing to do.
    private static void closeAfterLinger(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel channel && channel.isActive()) {
            channel.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            context.read();
            context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            context.close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (closing) {
            context.read();
        }
        context.fireChannelReadComplete();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The promise reports the outcome.
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (closing) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        context.write(message, promise);
        var informational = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (informational) {
            return;
        }
        if (message instanceof HttpResponse) {
            responseBegun = true;
        }
        if (message instanceof LastHttpContent) {
            responseBegun = false;
            answered++;
            respondInTurn(context);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (error != null) {
            error.release();
            error = null;
        }
    }
}
