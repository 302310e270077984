package org.vedette.post.renaming.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.renaming.RenamingException;
import org.vedette.post.renaming.RenamingException.InvalidRenamingException;
import org.vedette.post.renaming.RenamingException.MergeNotConfirmedException;
import org.vedette.post.renaming.RenamingException.RenamingNotFoundException;
import org.vedette.post.renaming.RenamingException.RenamingNotPermittedException;
import org.vedette.post.renaming.RenamingException.TooManyRenamingsException;
import org.vedette.post.renaming.RenamingException.UnknownNameException;
import org.vedette.post.renaming.RenamingException.UnknownTagException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** Maps each {@link RenamingException} to a problem. */
@Component
final class RenamingProblems implements ProblemMapper {

    private static final ProblemType INVALID = ProblemType.of(422, "invalid-renaming", "The new word is not valid");
    private static final ProblemType IN_USE = ProblemType.of(409, "merge-not-confirmed", "The new word is in use");
    private static final ProblemType TOO_MANY =
            ProblemType.of(409, "too-many-renamings", "Too many renamings wait already");
    private static final ProblemType UNKNOWN_TAG = ProblemType.of(404, "unknown-tag", "There is no such tag");
    private static final ProblemType UNKNOWN_RENAMING =
            ProblemType.of(404, "unknown-renaming", "There is no such renaming");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof RenamingException known ? Optional.of(problem(known)) : Optional.empty();
    }

    private static Problem problem(RenamingException failure) {
        var detail = String.valueOf(failure.getMessage());
        if (failure instanceof InvalidRenamingException invalid) {
            return Problem.of(INVALID, detail).withError(invalid.field(), detail);
        }
        return failure instanceof UnknownNameException
                ? Problem.of(INVALID, detail).withError("name", detail)
                : Problem.of(type(failure), detail);
    }

    private static ProblemType type(RenamingException failure) {
        if (failure instanceof MergeNotConfirmedException) {
            return IN_USE;
        }
        if (failure instanceof TooManyRenamingsException) {
            return TOO_MANY;
        }
        if (failure instanceof UnknownTagException) {
            return UNKNOWN_TAG;
        }
        if (failure instanceof RenamingNotFoundException) {
            return UNKNOWN_RENAMING;
        }
        if (failure instanceof RenamingNotPermittedException) {
            return StandardProblem.FORBIDDEN;
        }
        throw new IllegalArgumentException(failure);
    }
}
