package org.vedette.post.redirects.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.redirects.RedirectException;
import org.vedette.post.redirects.RedirectException.InvalidRedirectException;
import org.vedette.post.redirects.RedirectException.RedirectExistsException;
import org.vedette.post.redirects.RedirectException.UnknownRedirectException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** Maps each {@link RedirectException} to a problem. */
@Component
final class RedirectProblems implements ProblemMapper {

    private static final ProblemType INVALID =
            ProblemType.of(422, "invalid-redirect", "The redirect cannot be accepted as it is");
    private static final ProblemType EXISTS =
            ProblemType.of(409, "redirect-exists", "The address leads somewhere else already");
    private static final ProblemType UNKNOWN = ProblemType.of(404, "unknown-redirect", "There is no such redirect");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof RedirectException known ? Optional.of(problem(known)) : Optional.empty();
    }

    private static Problem problem(RedirectException failure) {
        var detail = String.valueOf(failure.getMessage());
        if (failure instanceof InvalidRedirectException invalid) {
            return Problem.of(INVALID, detail).withError(invalid.field(), detail);
        }
        if (failure instanceof RedirectExistsException) {
            return Problem.of(EXISTS, detail);
        }
        return Problem.of(failure instanceof UnknownRedirectException ? UNKNOWN : StandardProblem.FORBIDDEN, detail);
    }
}
