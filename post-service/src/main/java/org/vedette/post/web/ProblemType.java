package org.vedette.post.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of problems this service answers with; their addresses never change. */
enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    UNAUTHENTICATED(401, "A token is needed"),
    FORBIDDEN(403, "The token does not allow this"),
    NOT_FOUND(404, "There is nothing here"),
    UNKNOWN_POST(404, "There is no such post"),
    METHOD_NOT_ALLOWED(405, "The address does not do this"),
    NOT_ACCEPTABLE(406, "Nothing acceptable can be answered"),
    SLUG_TAKEN(409, "The slug is taken"),
    ALREADY_PUBLISHED(409, "The post is published already"),
    STALE_REVISION(412, "The post was changed meanwhile"),
    REQUEST_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The format of the request is not understood"),
    INVALID_POST(422, "The post cannot be accepted as it is"),
    UNKNOWN_SERIES(422, "There is no such series"),
    REVISION_REQUIRED(428, "The revision is missing"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    UPSTREAM_UNAVAILABLE(503, "Something this service needs is away");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    URI uri() {
        return URI.create(
                "urn:vedette:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The kind that goes with a status the framework decided on. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }
}
