package org.vedette.gateway.connections;

import io.micrometer.core.instrument.Counter;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.vedette.gateway.responses.SecurityHeaders;
import org.vedette.gateway.transport.ConnectionCounters;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemWriter;

/** The responses to invalid requests, and their number. */
@Component
class InvalidRequestResponses {

    private static final Logger log = LoggerFactory.getLogger(InvalidRequestResponses.class);

    private final ProblemWriter problems;
    private final SecurityHeaders securityHeaders;
    private final Counter counter;

    InvalidRequestResponses(ProblemWriter problems, SecurityHeaders securityHeaders, ConnectionCounters counters) {
        this.problems = problems;
        this.securityHeaders = securityHeaders;
        this.counter = counters.invalidRequests();
    }

    FullHttpResponse of(Problem problem) {
        counter.increment();
        log.debug("Invalid request: {}", problem.detail());
        var body = problems.json(problem, null, null);
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        securityHeaders.asMap().forEach(response.headers()::set);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return response;
    }
}
