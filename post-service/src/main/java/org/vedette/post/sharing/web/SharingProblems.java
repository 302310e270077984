package org.vedette.post.sharing.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.sharing.SharingException;
import org.vedette.post.sharing.SharingException.InvalidValidityException;
import org.vedette.post.sharing.SharingException.LinkNotFoundException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;

/** Maps each {@link SharingException} to a problem. */
@Component
final class SharingProblems implements ProblemMapper {

    private static final ProblemType UNKNOWN = ProblemType.of(404, "unknown-link", "There is no such link");
    private static final ProblemType INVALID = ProblemType.of(422, "invalid-link", "The link cannot be made");
    private static final ProblemType TOO_MANY = ProblemType.of(409, "too-many-links", "There are too many links");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof SharingException known
                ? Optional.of(Problem.of(type(known), String.valueOf(known.getMessage())))
                : Optional.empty();
    }

    private static ProblemType type(SharingException failure) {
        if (failure instanceof LinkNotFoundException) {
            return UNKNOWN;
        }
        return failure instanceof InvalidValidityException ? INVALID : TOO_MANY;
    }
}
