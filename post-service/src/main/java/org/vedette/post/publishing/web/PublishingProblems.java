package org.vedette.post.publishing.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.publishing.PublishingException;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import org.vedette.post.publishing.PublishingException.DuplicatePeriodException;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.KeyReusedException;
import org.vedette.post.publishing.PublishingException.KeyUsedException;
import org.vedette.post.publishing.PublishingException.NotPermittedException;
import org.vedette.post.publishing.PublishingException.OutboxFullException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.RenderingBusyException;
import org.vedette.post.publishing.PublishingException.RevisionNotFoundException;
import org.vedette.post.publishing.PublishingException.SecondPersonException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;
import org.vedette.post.publishing.PublishingException.WrongStateException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** Maps each {@link PublishingException} to a problem. */
@Component
final class PublishingProblems implements ProblemMapper {

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof PublishingException known ? Optional.of(problem(known)) : Optional.empty();
    }

    private static Problem problem(PublishingException failure) {
        var detail = String.valueOf(failure.getMessage());
        if (failure instanceof InvalidPostException invalid) {
            return withErrors(PublishingProblem.INVALID_POST, detail, invalid.errors());
        }
        if (failure instanceof UnknownSeriesException) {
            return withErrors(PublishingProblem.UNKNOWN_SERIES, detail, List.of(new FieldError("series", detail)));
        }
        if (failure instanceof SlugTakenException) {
            return withErrors(PublishingProblem.SLUG_TAKEN, detail, List.of(new FieldError("slug", detail)));
        }
        if (failure instanceof StaleRevisionException stale) {
            return Problem.of(PublishingProblem.STALE_REVISION, detail)
                    .with("currentRevision", stale.current().value())
                    .with("changes", stale.others().stream().map(ChangeView::of).toList());
        }
        if (failure instanceof DuplicatePeriodException duplicate) {
            return withErrors(PublishingProblem.DUPLICATE_PERIOD, detail, List.of(new FieldError("period", detail)))
                    .with("post", duplicate.other().toString());
        }
        if (failure instanceof BodyTooLargeException tooLarge) {
            return Problem.of(StandardProblem.REQUEST_TOO_LARGE, detail)
                    .with("field", "body")
                    .with("limit", tooLarge.limit());
        }
        return Problem.of(type(failure), detail);
    }

    private static ProblemType type(PublishingException failure) {
        if (failure instanceof PostNotFoundException) {
            return PublishingProblem.UNKNOWN_POST;
        }
        if (failure instanceof WrongStateException wrong) {
            return PublishingProblem.of(wrong);
        }
        if (failure instanceof NotPermittedException) {
            return StandardProblem.FORBIDDEN;
        }
        if (failure instanceof SecondPersonException) {
            return PublishingProblem.SECOND_PERSON;
        }
        if (failure instanceof KeyReusedException) {
            return PublishingProblem.KEY_REUSED;
        }
        if (failure instanceof KeyUsedException) {
            return PublishingProblem.KEY_USED;
        }
        if (failure instanceof RevisionNotFoundException) {
            return PublishingProblem.UNKNOWN_REVISION;
        }
        return failure instanceof OutboxFullException || failure instanceof RenderingBusyException
                ? StandardProblem.UPSTREAM_UNAVAILABLE
                : StandardProblem.INTERNAL_ERROR;
    }

    private static Problem withErrors(ProblemType type, String detail, List<FieldError> errors) {
        return Problem.of(type, detail).with("errors", errors);
    }
}
