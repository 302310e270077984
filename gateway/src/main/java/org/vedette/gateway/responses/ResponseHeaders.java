package org.vedette.gateway.responses;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

    /** Whether the headers of a response depend on what the request says it is for. */
    public static boolean dependOnDestination(HttpHeaders request, HttpHeaders response) {
        return request.containsHeader(FeedHeaders.SEC_FETCH_DEST)
                && FeedHeaders.isFeed(response.getFirst(HttpHeaders.CONTENT_TYPE));
    }

    /** Called before the response is committed, with a request that has its id. */
    public void complete(ServerHttpRequest request, ServerHttpResponse response) {
        var status = response.getStatusCode();
        complete(
                request.getHeaders(),
                request.getURI().getPath(),
                status == null ? HttpStatus.OK : status,
                response.getHeaders());
        response.getHeaders().set(ProblemWriter.REQUEST_ID, request.getHeaders().getFirst(ProblemWriter.REQUEST_ID));
    }

    /**
     * Completes all but the request id. Of the request it reads {@code Accept-Encoding}, {@code If-None-Match} and
     * {@code Sec-Fetch-Dest}.
     *
     * @param path without encoding, as routes match it
     */
    public void complete(HttpHeaders request, String path, HttpStatusCode status, HttpHeaders response) {
        INTERNAL.forEach(response::remove);
        var policy = status.isError() ? AddressPolicy.of(path).ofErrors() : AddressPolicy.of(path);
        securityHeaders.of(policy).forEach(response::set);
        corsHeaders.adjust(policy, response);
        compressionHeaders.adjust(request, status, response);
        feedHeaders.adjust(request, response);
    }
}
