package org.vedette.gateway.connections;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.autoconfigure.NettyServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.gateway.requests.ConnectionOptions;
import org.vedette.gateway.requests.HostField;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.StandardProblem;

/** Validates the request line, the headers and the chunks of requests. */
@Component
class RequestValidator {

    private final DataSize maxLineLength;
    private final DataSize maxHeaderSize;

    RequestValidator(NettyServerProperties netty, ServerProperties server) {
        this.maxLineLength = netty.getMaxInitialLineLength();
        this.maxHeaderSize = server.getMaxHttpRequestHeaderSize();
    }

    /** What is wrong with a request or a part of its body; null when it is valid. */
    @Nullable
    Problem problem(Object message) {
        if (message instanceof SyntaxViolation violation) {
            return malformed(violation.detail());
        }
        if (message instanceof HttpRequest request) {
            return problem(request);
        }
        return message instanceof HttpContent content && content.decoderResult().isFailure()
                ? malformed("The chunks of the body cannot be read (RFC 9112 §7.1).")
                : null;
    }

    private @Nullable Problem problem(HttpRequest request) {
        var failure = request.decoderResult().cause();
        if (failure instanceof TooLongHttpLineException) {
            return GatewayProblem.tooLarge(StandardProblem.URI_TOO_LONG, "The request line", maxLineLength);
        }
        if (failure instanceof TooLongHttpHeaderException) {
            return GatewayProblem.tooLarge(StandardProblem.HEADERS_TOO_LARGE, "The headers", maxHeaderSize);
        }
        if (failure != null) {
            return malformed(
                    "The request line or a header cannot be read. Look for characters that are not encoded, and"
                            + " for more than one length.");
        }
        return isKnownVersion(request) ? problemOfHeaders(request) : unknownVersion();
    }

    private static @Nullable Problem problemOfHeaders(HttpRequest request) {
        if (!hasOneHost(request)) {
            return malformed("There must be one Host, of the form host or host:port (RFC 9112 §3.2).");
        }
        if (!hasKnownFraming(request)) {
            return malformed("Transfer-Encoding can be chunked only, and not together with Content-Length.");
        }
        if (request.headers().getAll(HttpHeaderNames.AUTHORIZATION).size() > 1) {
            return malformed("There is more than one Authorization. Send one.");
        }
        if (!hasValidTarget(request)) {
            return malformed("The request target has characters that must be percent-encoded.");
        }
        return ConnectionOptions.of(request.headers().getAll(HttpHeaderNames.CONNECTION))
                .endToEnd()
                .map(field -> malformed(
                        "Connection names %s, which is for every recipient (RFC 9110 §7.6.1).".formatted(field)))
                .orElse(null);
    }

    private static boolean isKnownVersion(HttpRequest request) {
        return HttpVersion.HTTP_1_1.equals(request.protocolVersion())
                || HttpVersion.HTTP_1_0.equals(request.protocolVersion());
    }

    /**
     * An unknown transfer coding leaves the end of the request undefined (RFC 9112 §6.1), so that a proxy in front of the
     * gateway could see another end: request smuggling.
     */
    private static boolean hasKnownFraming(HttpRequest request) {
        var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1
                        && HttpVersion.HTTP_1_1.equals(request.protocolVersion())
                        && !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                codings.get(0).strip()));
    }

    /** HTTP/1.1 requires exactly one {@code Host} (RFC 9112 §3.2). */
    private static boolean hasOneHost(HttpRequest request) {
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return hosts.isEmpty()
                ? HttpVersion.HTTP_1_0.equals(request.protocolVersion())
                : hosts.size() == 1 && HostField.isValid(hosts.get(0));
    }

    /**
     * Spring creates a URI from host and request target, and fails where that is impossible. Parsing one takes longer than the
     * rest of this class, and from plain characters one can always be created.
     */
    private static boolean hasValidTarget(HttpRequest request) {
        var target = request.uri();
        var host = host(request);
        if (target.startsWith("/") && isPlain(target, "/-._?=&") && isPlain(host, "-.:")) {
            return true;
        }
        try {
            var uri = new URI(target.startsWith("/") ? "http://" + host + target : target);
            return uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPlain(String text, String others) {
        for (int index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (!isAsciiAlphanumeric(character) && others.indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiAlphanumeric(char character) {
        var lower = character | 0x20;
        return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9');
    }

    private static String host(HttpRequest request) {
        var host = request.headers().get(HttpHeaderNames.HOST);
        return host == null ? "localhost" : host;
    }

    private static Problem malformed(String detail) {
        return Problem.of(StandardProblem.MALFORMED_REQUEST, detail);
    }

    private static Problem unknownVersion() {
        return Problem.of(GatewayProblem.HTTP_VERSION, "Use HTTP/1.1.");
    }
}
