package org.vedette.post.series.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.series.SeriesException;
import org.vedette.post.series.SeriesException.SeriesExistsException;
import org.vedette.post.series.SeriesException.SeriesInUseException;
import org.vedette.post.series.SeriesException.SeriesNotFoundException;
import org.vedette.post.series.SeriesException.StaleSeriesException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;

/** Maps each {@link SeriesException} to a problem. */
@Component
final class SeriesProblems implements ProblemMapper {

    private static final ProblemType NOT_FOUND = ProblemType.of(404, "no-such-series", "There is no such series");
    private static final ProblemType EXISTS = ProblemType.of(409, "series-exists", "There is such a series already");
    private static final ProblemType TOO_MANY = ProblemType.of(409, "too-many-series", "There are too many series");
    private static final ProblemType IN_USE = ProblemType.of(409, "series-in-use", "Posts belong to the series");
    private static final ProblemType STALE = ProblemType.of(412, "stale-series", "The series was changed meanwhile");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof SeriesException known ? Optional.of(problem(known)) : Optional.empty();
    }

    private static Problem problem(SeriesException failure) {
        var detail = String.valueOf(failure.getMessage());
        if (failure instanceof StaleSeriesException stale) {
            return Problem.of(STALE, detail).with("currentRevision", stale.current());
        }
        if (failure instanceof SeriesInUseException used) {
            return Problem.of(IN_USE, detail).with("posts", used.posts());
        }
        if (failure instanceof SeriesNotFoundException) {
            return Problem.of(NOT_FOUND, detail);
        }
        return Problem.of(failure instanceof SeriesExistsException ? EXISTS : TOO_MANY, detail);
    }
}
