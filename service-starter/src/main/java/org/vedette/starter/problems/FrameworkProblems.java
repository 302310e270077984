package org.vedette.starter.problems;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.vedette.starter.failures.Failures;

/** Translates what Spring WebFlux and full schedulers refuse, and {@link ProblemException}. */
enum FrameworkProblems implements ProblemMapper {
    INSTANCE;

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof ProblemException known) {
            return Optional.of(known.problem());
        }
        if (Failures.find(failure, DataBufferLimitException.class).isPresent()) {
            return Optional.of(Problem.of(StandardProblem.REQUEST_TOO_LARGE, "Send less in one request."));
        }
        if (Failures.find(failure, RejectedExecutionException.class).isPresent()) {
            return Optional.of(Problem.of(
                    StandardProblem.UPSTREAM_UNAVAILABLE,
                    "Too many requests wait for a thread: send this one again in a few seconds."));
        }
        if (failure instanceof MethodNotAllowedException method) {
            return Optional.of(methodNotAllowed(method));
        }
        if (failure instanceof MissingRequestValueException missing) {
            return Optional.of(missingParameter(missing));
        }
        if (failure instanceof ServerWebInputException input && input.getMethodParameter() != null) {
            return Optional.of(invalidParameter(input, input.getMethodParameter()));
        }
        if (failure instanceof ErrorResponse response) {
            return Optional.of(errorResponse(response, failure));
        }
        return isMalformedForm(failure)
                ? Optional.of(Problem.of(
                        StandardProblem.MALFORMED_REQUEST, "The form has a percent sign that encodes nothing."))
                : Optional.empty();
    }

    private static Problem missingParameter(MissingRequestValueException failure) {
        return Problem.of(
                        StandardProblem.MALFORMED_REQUEST,
                        "The parameter " + failure.getName() + " is missing: add it to the address.")
                .withError(failure.getName(), "is missing");
    }

    private static Problem invalidParameter(ServerWebInputException failure, MethodParameter parameter) {
        if (Failures.find(failure, TypeMismatchException.class).isEmpty()) {
            return errorResponse(failure, failure);
        }
        var name = String.valueOf(parameter.getParameterName());
        var message = "must be " + expected(parameter.getParameterType());
        return Problem.of(StandardProblem.MALFORMED_REQUEST, "The parameter " + name + " " + message + ".")
                .withError(name, message);
    }

    private static String expected(Class<?> type) {
        if (type == UUID.class) {
            return "a UUID, such as 0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f";
        }
        return type == int.class || type == long.class ? "a whole number" : "of another form";
    }

    private static Problem errorResponse(ErrorResponse response, Throwable failure) {
        var status = response.getStatusCode().value();
        var type = StandardProblem.of(status);
        var reason = failure.getClass() == ResponseStatusException.class
                ? ((ResponseStatusException) failure).getReason()
                : null;
        return Problem.of(type, reason == null ? advice(type) : reason)
                .withStatus(status)
                .withHeaders(response.getHeaders());
    }

    private static Problem methodNotAllowed(MethodNotAllowedException failure) {
        var allowed = allow(failure.getSupportedMethods());
        return Problem.of(
                        StandardProblem.METHOD_NOT_ALLOWED,
                        failure.getHttpMethod() + " is not possible here. Use one of: " + allowed + ".")
                .withHeader(HttpHeaders.ALLOW, allowed);
    }

    /** Every resource that takes GET takes HEAD, and every resource takes OPTIONS (RFC 9110 §9.1, §9.3.7). */
    private static String allow(Collection<HttpMethod> supported) {
        var methods = new TreeSet<>(supported);
        methods.add(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    }

    /** What a client can do about a problem of a type; the messages of the framework are for developers. */
    static String advice(StandardProblem type) {
        return switch (type) {
            case UNAUTHENTICATED -> "Send a valid token in the header Authorization: Bearer <token>.";
            case FORBIDDEN -> "Use a token with the role that this needs.";
            case NOT_FOUND -> "Check the address for typing errors.";
            case NOT_ACCEPTABLE -> "Accept one of the formats that this address offers.";
            case REQUEST_TOO_LARGE, URI_TOO_LONG, HEADERS_TOO_LARGE -> "Send less in one request.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the request in a format that this address takes; see Content-Type.";
            case UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT -> "Try again in a few seconds.";
            case INTERNAL_ERROR -> "The request failed through no fault of yours: try again later, or report it.";
            default -> "Check the address and the content of the request.";
        };
    }

    /** WebFlux lets the JDK decode forms, whose exception for a stray percent sign has no type of its own. */
    private static boolean isMalformedForm(Throwable failure) {
        return failure instanceof IllegalArgumentException
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(URLDecoder.class.getName()));
    }
}
