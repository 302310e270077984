package org.vedette.gateway.http2;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameStream;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.vedette.gateway.responses.SecurityHeaders;
import org.vedette.gateway.transport.ConnectionCounters;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemWriter;
import org.vedette.starter.problems.StandardProblem;

/** Answers a request that is malformed, which no filter would see, and ends its stream (RFC 9113 §8.1.1). */
@Component
class InvalidStreamResponses {

    private static final Logger log = LoggerFactory.getLogger(InvalidStreamResponses.class);

    private final ProblemWriter problems;
    private final SecurityHeaders securityHeaders;
    private final ConnectionCounters counters;

    InvalidStreamResponses(ProblemWriter problems, SecurityHeaders securityHeaders, ConnectionCounters counters) {
        this.problems = problems;
        this.securityHeaders = securityHeaders;
        this.counters = counters;
    }

    /** @param detail what is wrong, and what to do */
    @SuppressWarnings("FutureReturnValueIgnored") // A client that has disconnected needs no answer.
    void send(ChannelHandlerContext context, Http2FrameStream stream, String detail) {
        counters.invalidRequests().increment();
        log.debug("Invalid request: {}", detail);
        var problem = Problem.of(StandardProblem.MALFORMED_REQUEST, detail);
        var body = problems.json(problem, null, null);
        var headers = new DefaultHttp2Headers().status(String.valueOf(problem.status()));
        securityHeaders.asMap().forEach((name, value) -> headers.set(name.toLowerCase(Locale.ROOT), value));
        headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        context.write(new DefaultHttp2HeadersFrame(headers).stream(stream));
        context.write(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(body), true).stream(stream));
        context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR).stream(stream));
    }
}
