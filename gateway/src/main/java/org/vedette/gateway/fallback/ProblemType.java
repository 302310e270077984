package org.vedette.gateway.fallback;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** The kinds of problem the gateway itself has, under names that never change. */
public enum ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "malformed-request", "The request is malformed"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "This needs a token"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This address does not take that method"),
    REQUEST_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "request-too-large", "The request is too large"),
    ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG, "request-too-large", "The address is too long"),
    HEADERS_TOO_LARGE(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "request-too-large",
            "The headers of the request are too large"),
    UPSTREAM_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "upstream-unavailable", "Back in a moment"),
    TOO_MANY_STREAMS(HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams", "Too many are listening"),
    UPSTREAM_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "upstream-timeout", "This is taking too long"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side");

    private final HttpStatus status;
    private final URI uri;
    private final String title;

    ProblemType(HttpStatus status, String slug, String title) {
        this.status = status;
        this.uri = URI.create("urn:vedette:problem:" + slug);
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public URI uri() {
        return uri;
    }

    public String title() {
        return title;
    }
}
