package org.vedette.post.autosave.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.autosave.AutosaveException;
import org.vedette.post.autosave.AutosaveException.NoAutosaveException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** Maps each {@link AutosaveException} to a problem. */
@Component
final class AutosaveProblems implements ProblemMapper {

    private static final ProblemType NONE = ProblemType.of(404, "no-autosave", "Nothing is unsaved");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof AutosaveException known
                ? Optional.of(Problem.of(
                        known instanceof NoAutosaveException ? NONE : StandardProblem.REQUEST_TOO_LARGE,
                        String.valueOf(known.getMessage())))
                : Optional.empty();
    }
}
