package org.vedette.notification.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** An error as a machine reads it (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String requestId) {

    private static final Map<Integer, String> SLUGS = Map.of(
            401, "unauthenticated",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            413, "request-too-large",
            415, "unsupported-media-type",
            503, "upstream-unavailable");

    private static final Map<Integer, String> WHAT_TO_DO = Map.of(
            400, "The request cannot be read; check its address and its content.",
            401, "Send a valid API token as Authorization: Bearer <token>.",
            403, "This token is valid, but not for this; use one with the role editor.",
            404, "There is nothing at this address; check it for typing errors.",
            405, "This address does not take this method.",
            413, "Send less: the form takes one mail address.",
            415, "Send the form as application/x-www-form-urlencoded.",
            503, "Something this service needs is away for the moment; try again in a few seconds.");

    static Problem of(HttpStatusCode status, @Nullable String detail, String instance, @Nullable String requestId) {
        var code = status.value();
        var known = HttpStatus.resolve(code);
        var otherwise = status.is4xxClientError() ? "malformed-request" : "internal-error";
        return new Problem(
                "urn:vedette:problem:" + SLUGS.getOrDefault(code, otherwise),
                known == null ? "Error" : known.getReasonPhrase(),
                code,
                detail == null ? WHAT_TO_DO.getOrDefault(code, "This is our fault; try again later.") : detail,
                instance,
                requestId);
    }
}
