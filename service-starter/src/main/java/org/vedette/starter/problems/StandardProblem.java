package org.vedette.starter.problems;

import java.net.URI;
import java.util.Arrays;

/** The problem types that every service can answer with. */
public enum StandardProblem implements ProblemType {
    MALFORMED_REQUEST(400, "malformed-request", "The request cannot be read"),
    UNKNOWN_PARAMETER(400, "unknown-parameter", "The address has an unknown parameter"),
    UNAUTHENTICATED(401, "unauthenticated", "A token is needed"),
    FORBIDDEN(403, "forbidden", "The token does not allow this"),
    NOT_FOUND(404, "not-found", "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not take this method"),
    NOT_ACCEPTABLE(406, "not-acceptable", "Nothing acceptable can be sent"),
    REQUEST_TOO_LARGE(413, "request-too-large", "The request is too large"),
    URI_TOO_LONG(414, "request-too-large", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The format of the request is not understood"),
    HEADERS_TOO_LARGE(431, "request-too-large", "The request is too large"),
    INTERNAL_ERROR(500, "internal-error", "Something went wrong on our side"),
    UPSTREAM_UNAVAILABLE(503, "upstream-unavailable", "Back in a moment"),
    UPSTREAM_TIMEOUT(504, "upstream-timeout", "This is taking too long"),
    INSUFFICIENT_STORAGE(507, "insufficient-storage", "There is no space for this");

    private final int status;
    private final URI uri;
    private final String title;

    StandardProblem(int status, String name, String title) {
        this.status = status;
        this.uri = ProblemType.uri(name);
        this.title = title;
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }

    /** The type for a status that the framework chose: the one with that status, else the general one of its class. */
    public static StandardProblem of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }
}
