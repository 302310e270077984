package org.vedette.post.exports.web;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.exports.ExportException;
import org.vedette.post.exports.ExportException.ExportsBusyException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.StandardProblem;

/** Maps each {@link ExportException} to a problem. */
@Component
final class ExportProblems implements ProblemMapper {

    private static final String RETRY_SECONDS = "30";

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof ExportException known ? Optional.of(problem(known)) : Optional.empty();
    }

    private static Problem problem(ExportException failure) {
        var detail = String.valueOf(failure.getMessage());
        return failure instanceof ExportsBusyException
                ? Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, detail)
                        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                : Problem.of(StandardProblem.FORBIDDEN, detail);
    }
}
