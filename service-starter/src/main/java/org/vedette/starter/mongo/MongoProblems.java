package org.vedette.starter.mongo;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.StandardProblem;

/** Answers 503 while the store is unavailable. */
final class MongoProblems implements ProblemMapper {

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return MongoFailures.isOutage(failure)
                ? Optional.of(Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, detail(failure)))
                : Optional.empty();
    }

    private static String detail(Throwable failure) {
        return MongoFailures.isOutOfDiskSpace(failure)
                ? "The disk of the store is full, and nothing was changed; try again when there is space."
                : "The store is not available for the moment; try again in a few seconds.";
    }
}
