package org.vedette.gateway.responses;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.vedette.starter.http.ServedState;
import org.vedette.starter.problems.ProblemWriter;

/**
 * Completes the headers of a response, whoever produced it. It sets fields and never adds to them, so that no field
 * appears twice.
 */
@Component
public class ResponseHeaders {

    /** Name the server software, which helps only an attacker (RFC 9110 §10.2.4), or are for the gateway. */
    private static final List<String> INTERNAL = List.of(HttpHeaders.SERVER, "X-Powered-By", ServedState.HEADER);

    private final SecurityHeaders securityHeaders;
    private final CompressionHeaders compressionHeaders;
    private final FeedHeaders feedHeaders;
    private final CorsHeaders corsHeaders;

    ResponseHeaders(
            SecurityHeaders securityHeaders,
            CompressionHeaders compressionHeaders,
            FeedHeaders feedHeaders,
            CorsHeaders corsHeaders) {
        this.securityHeaders = securityHeaders;
        this.corsHeaders = corsHeaders;
        this.compressionHeaders = compressionHeaders;
        this.feedHeaders = feedHeaders;
    }

    /** Called before the response is committed, with a request that has its id. */
    public void complete(ServerHttpRequest request, ServerHttpResponse response) {
        var headers = response.getHeaders();
        INTERNAL.forEach(headers::remove);
        var policy = policy(request, response);
        securityHeaders.of(policy).forEach(headers::set);
        corsHeaders.adjust(policy, headers);
        compressionHeaders.adjust(request, response);
        feedHeaders.adjust(request, response);
        headers.set(ProblemWriter.REQUEST_ID, request.getHeaders().getFirst(ProblemWriter.REQUEST_ID));
    }

    /** A response without a status has 200. */
    private static AddressPolicy policy(ServerHttpRequest request, ServerHttpResponse response) {
        var policy = AddressPolicy.of(request.getURI().getPath());
        var status = response.getStatusCode();
        return status != null && status.isError() ? policy.ofErrors() : policy;
    }
}
