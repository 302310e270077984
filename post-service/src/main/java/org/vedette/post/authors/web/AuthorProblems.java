package org.vedette.post.authors.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.authors.AuthorException;
import org.vedette.post.authors.AuthorException.InvalidMergeException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;

/** Maps each {@link AuthorException} to a problem. */
@Component
final class AuthorProblems implements ProblemMapper {

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof AuthorException known ? Optional.of(problem(known)) : Optional.empty();
    }

    private static Problem problem(AuthorException failure) {
        var detail = String.valueOf(failure.getMessage());
        return failure instanceof InvalidMergeException
                ? Problem.of(AuthorProblem.INVALID_MERGE, detail).withError("into", detail)
                : Problem.of(AuthorProblem.UNKNOWN_AUTHOR, detail);
    }
}
