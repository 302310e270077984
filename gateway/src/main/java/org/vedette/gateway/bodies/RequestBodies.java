package org.vedette.gateway.bodies;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which requests have a body, and which may have one. */
public final class RequestBodies {

    /** Takes the reason for a withdrawal. */
    private static final PathPattern PUBLICATION =
            PathPatternParser.defaultInstance.parse("/api/posts/{id}/publication");

    private RequestBodies() {}

    /** Either field signals a body (RFC 9112 §6). */
    public static boolean isPresent(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    /** A body of GET, HEAD, OPTIONS or DELETE has no meaning in general (RFC 9110 §9.3). */
    static boolean isAllowed(ServerHttpRequest request) {
        return switch (request.getMethod().name()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            case "DELETE" -> PUBLICATION.matches(request.getPath().pathWithinApplication());
            default -> true;
        };
    }
}
