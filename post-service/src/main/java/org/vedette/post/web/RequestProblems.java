package org.vedette.post.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;

/** What the framework refuses, as problems. */
final class RequestProblems {

    private final long maxRequestSize;

    /** @param maxRequestSize in bytes */
    RequestProblems(long maxRequestSize) {
        this.maxRequestSize = maxRequestSize;
    }

    Problem of(Throwable error) {
        if (cause(error, DataBufferLimitException.class) != null) {
            var detail = "The request has more than " + maxRequestSize + " bytes: shorten it.";
            return Problem.of(ProblemType.REQUEST_TOO_LARGE, detail).beyond(maxRequestSize, null);
        }
        if (error instanceof ResponseStatusException refused) {
            var json = cause(error, JacksonException.class);
            return json == null ? refused(refused) : JsonProblems.of(json);
        }
        // The gateway's keys are fetched when a token comes whose key is not known yet.
        return error instanceof AuthenticationServiceException || cause(error, WebClientException.class) != null
                ? Problem.of(
                        ProblemType.UPSTREAM_UNAVAILABLE, "Tokens cannot be checked at the moment: try again soon.")
                : security(error);
    }

    private static Problem security(Throwable error) {
        if (error instanceof AuthenticationException) {
            return Problem.of(
                    ProblemType.UNAUTHENTICATED, "Send a valid token in the header Authorization: Bearer <token>.");
        }
        if (error instanceof AccessDeniedException) {
            return Problem.of(ProblemType.FORBIDDEN, "Use a token with the role editor.");
        }
        return Problem.of(
                ProblemType.INTERNAL_ERROR, "The request failed through no fault of yours: try again, or report it.");
    }

    private static Problem refused(ResponseStatusException error) {
        var type = ProblemType.of(error.getStatusCode().value());
        if (error instanceof MethodNotAllowedException method) {
            return Problem.of(type, method.getHttpMethod() + " is not possible here; see the header Allow.");
        }
        if (type == ProblemType.UNSUPPORTED_MEDIA_TYPE) {
            return Problem.of(type, "Send JSON with the header Content-Type: application/json.");
        }
        if (error.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return Problem.of(type, "Check the address.");
        }
        var reason = error.getReason();
        return Problem.of(type, reason == null ? type.title() + "." : reason);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable error, Class<T> type) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
