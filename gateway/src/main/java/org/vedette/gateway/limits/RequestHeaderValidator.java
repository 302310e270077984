package org.vedette.gateway.limits;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.autoconfigure.NettyServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.gateway.responses.SecurityHeaders;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemWriter;
import org.vedette.starter.problems.StandardProblem;

/** Validates the request line and headers of a request, and creates the error response to an invalid one. */
@Component
class RequestHeaderValidator {

    private final ProblemWriter problems;
    private final SecurityHeaders securityHeaders;
    private final DataSize maxLineLength;
    private final DataSize maxHeaderSize;

    RequestHeaderValidator(
            ProblemWriter problems,
            SecurityHeaders securityHeaders,
            NettyServerProperties netty,
            ServerProperties server) {
        this.problems = problems;
        this.securityHeaders = securityHeaders;
        this.maxLineLength = netty.getMaxInitialLineLength();
        this.maxHeaderSize = server.getMaxHttpRequestHeaderSize();
    }

    /** The error response to an invalid request; null for a valid one. */
    @Nullable
    FullHttpResponse errorResponse(HttpRequest request) {
        return problem(request).map(this::response).orElse(null);
    }

    private Optional<Problem> problem(HttpRequest request) {
        var failure = request.decoderResult().cause();
        if (failure instanceof TooLongHttpLineException) {
            return Optional.of(
                    GatewayProblem.tooLarge(StandardProblem.URI_TOO_LONG, "The request line", maxLineLength));
        }
        if (failure instanceof TooLongHttpHeaderException) {
            return Optional.of(
                    GatewayProblem.tooLarge(StandardProblem.HEADERS_TOO_LARGE, "The headers", maxHeaderSize));
        }
        var valid = failure == null && hasValidTarget(request) && hasKnownFraming(request) && hasOneHost(request);
        return valid ? Optional.empty() : Optional.of(malformed());
    }

    /**
     * An unknown transfer coding leaves the end of the request undefined (RFC 9112 §6.1), so that a proxy in front of the
     * gateway could see another end: request smuggling.
     */
    private static boolean hasKnownFraming(HttpRequest request) {
        var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                codings.get(0).strip()));
    }

    /** HTTP/1.1 requires exactly one {@code Host} (RFC 9112 §3.2). */
    private static boolean hasOneHost(HttpRequest request) {
        var hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        return hosts == 1 || (hosts == 0 && !request.protocolVersion().equals(HttpVersion.HTTP_1_1));
    }

    /** Spring creates a URI from host and request target, and fails where that is impossible. */
    private static boolean hasValidTarget(HttpRequest request) {
        var target = request.uri();
        try {
            new URI(target.startsWith("/") ? "http://" + host(request) + target : target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String host(HttpRequest request) {
        var host = request.headers().get(HttpHeaderNames.HOST);
        return host == null || host.isEmpty() ? "localhost" : host;
    }

    private static Problem malformed() {
        return Problem.of(
                StandardProblem.MALFORMED_REQUEST,
                "The request line or a header cannot be read. Look for unencoded characters, a missing or second Host, or a"
                        + " Transfer-Encoding other than chunked.");
    }

    private FullHttpResponse response(Problem problem) {
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
