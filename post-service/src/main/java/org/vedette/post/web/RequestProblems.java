package org.vedette.post.web;

import java.util.Optional;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.StandardProblem;
import tools.jackson.core.JacksonException;

/** Maps requests that this service cannot read to problems that name its limit, its format, or the place in the JSON. */
@Component
final class RequestProblems implements ProblemMapper {

    static final String NO_BODY = "The request has no body: send a JSON object with the fields of this address.";

    private final long maxRequestSize;

    RequestProblems(RequestSizeLimit limit) {
        this.maxRequestSize = limit.bytes();
    }

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        if (Failures.find(failure, DataBufferLimitException.class).isPresent()) {
            var detail = "The request has more than " + maxRequestSize + " bytes: shorten it.";
            return Optional.of(
                    Problem.of(StandardProblem.REQUEST_TOO_LARGE, detail).with("limit", maxRequestSize));
        }
        if (failure instanceof UnsupportedMediaTypeStatusException refused) {
            var types = MediaType.toString(refused.getSupportedMediaTypes());
            return Optional.of(Problem.of(
                            StandardProblem.UNSUPPORTED_MEDIA_TYPE,
                            "Send JSON with the header Content-Type: " + types + ".")
                    .withHeaders(refused.getHeaders()));
        }
        return failure instanceof ServerWebInputException input && !isOfParameter(input)
                ? Optional.of(unreadable(input))
                : Optional.empty();
    }

    /** The starter says what is wrong with those. */
    private static boolean isOfParameter(ServerWebInputException failure) {
        return failure instanceof MissingRequestValueException
                || Failures.find(failure, TypeMismatchException.class).isPresent();
    }

    private static Problem unreadable(ServerWebInputException failure) {
        return Failures.find(failure, JacksonException.class)
                .map(JsonProblems::of)
                .orElseGet(() -> Problem.of(StandardProblem.MALFORMED_REQUEST, reason(failure)));
    }

    private static String reason(ServerWebInputException failure) {
        return failure.getMethodParameter() == null ? String.valueOf(failure.getReason()) : NO_BODY;
    }
}
