package org.vedette.post.listing.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.listing.IndexBrokenException;
import org.vedette.post.listing.IndexIncompleteException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.StandardProblem;

/** Answers 503 while the index is being filled, and says why. */
@Component
final class ListProblems implements ProblemMapper {

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof IndexIncompleteException || failure instanceof IndexBrokenException
                ? Optional.of(Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, String.valueOf(failure.getMessage())))
                : Optional.empty();
    }
}
