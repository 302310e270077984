package org.vedette.gateway.requests;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Sets the request id and the trace context of a request, and removes the headers that only a trusted proxy may set, and
 * those that the client means for this gateway alone. Nothing that the gateway adds afterwards can be removed by the client.
 */
@Component
public class RequestHeaders {

    /** No service gets them: who the client is has been found out before, and links start with the configured base URL. */
    private static final Set<String> UNTRUSTED = Set.of(
            "forwarded",
            "x-real-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "vedette-client-address");

    private static final String UNTRUSTED_PREFIX = "x-forwarded-";

    private final RandomGenerator random;

    RequestHeaders(RandomGenerator random) {
        this.random = random;
    }

    /** Sets the request id alone, in place. It is enough for a request that no service gets. */
    public void identify(ServerHttpRequest request) {
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(request);
        received.requestHeaders().set(Correlation.REQUEST_ID, requestId(request.getHeaders()));
    }

    /** The id that the client gave a request with these headers where it is valid, and another otherwise. */
    public String requestId(org.springframework.http.HttpHeaders headers) {
        return Correlation.requestId(headers, random);
    }

    /** Sets the trace context in place, once the request has a span of this gateway. */
    void trace(ServerHttpRequest request, String traceparent) {
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(request);
        received.requestHeaders().set(Correlation.TRACE_PARENT, traceparent);
    }

    /** Completes the headers in place: those of the server can be changed without a copy. */
    public void complete(ServerHttpRequest request) {
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(request);
        var correlation = Correlation.of(request.getHeaders(), random);
        rewrite(received.requestHeaders(), correlation);
    }

    private static void rewrite(HttpHeaders headers, Correlation correlation) {
        var options = ConnectionOptions.of(headers.getAll(HttpHeaderNames.CONNECTION));
        headers.names().stream()
                .filter(name -> untrusted(name) || options.contain(name))
                .forEach(headers::remove);
        correlation.writeTo(headers::set);
        if (!correlation.traceContinued()) {
            headers.remove("tracestate");
        }
    }

    private static boolean untrusted(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(UNTRUSTED_PREFIX) || UNTRUSTED.contains(lower);
    }
}
