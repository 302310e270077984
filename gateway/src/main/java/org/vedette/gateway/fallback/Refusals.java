package org.vedette.gateway.fallback;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;

/** Finds the refusal that fits what went wrong. */
final class Refusals {

    private static final String RETRY_AFTER_SECONDS = "5";

    private Refusals() {}

    /** Empty for what should not happen at all. */
    static Optional<Refusal> of(Throwable failure, ServerHttpRequest request) {
        if (failure instanceof RefusedException refused) {
            return Optional.of(refused.refusal());
        }
        if (failure instanceof ResponseStatusException status) {
            return ofStatus(status, request);
        }
        if (failure instanceof TimeoutException || failure instanceof IOException) {
            return Optional.of(unavailable(request));
        }
        return Optional.empty();
    }

    static Refusal notFound() {
        return Refusal.because(
                ProblemType.NOT_FOUND, "Look whether the address is spelled right, or start from the front page.");
    }

    private static Optional<Refusal> ofStatus(ResponseStatusException failure, ServerHttpRequest request) {
        var status = HttpStatus.resolve(failure.getStatusCode().value());
        if (status == HttpStatus.GATEWAY_TIMEOUT) {
            return Optional.of(timeout(request));
        }
        if (status == HttpStatus.NOT_FOUND) {
            return Optional.of(notFound());
        }
        if (failure instanceof MethodNotAllowedException other) {
            return Optional.of(Refusal.methodNotAllowed(other.getSupportedMethods()));
        }
        return failure.getStatusCode().is4xxClientError()
                ? Optional.of(Refusal.because(
                        ProblemType.MALFORMED_REQUEST, "The request cannot be read. Look at how it is made."))
                : Optional.empty();
    }

    private static Refusal unavailable(ServerHttpRequest request) {
        return Refusal.because(
                        ProblemType.UPSTREAM_UNAVAILABLE,
                        "This part of the site is not answering right now. " + advice(request))
                .with(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static Refusal timeout(ServerHttpRequest request) {
        return Refusal.because(
                ProblemType.UPSTREAM_TIMEOUT, "This part of the site took too long to answer. " + advice(request));
    }

    /** What was not safe to do twice may have been done once, although nobody said so. */
    private static String advice(ServerHttpRequest request) {
        return switch (request.getMethod().name()) {
            case "GET", "HEAD", "OPTIONS" -> "Try again in a few seconds.";
            default -> "Look whether it was done before you send it again.";
        };
    }
}
