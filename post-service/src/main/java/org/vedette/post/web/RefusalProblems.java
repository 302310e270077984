package org.vedette.post.web;

import java.util.List;
import java.util.Map;
import org.vedette.post.publishing.PublishingException;
import org.vedette.post.publishing.PublishingException.AlreadyPublishedException;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.OutboxFullException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.publishing.PublishingException.StoreUnavailableException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;

/** What the domain refuses, as problems. */
final class RefusalProblems {

    private static final Map<Class<? extends PublishingException>, ProblemType> TYPES = Map.of(
            PostNotFoundException.class, ProblemType.UNKNOWN_POST,
            SlugTakenException.class, ProblemType.SLUG_TAKEN,
            StaleRevisionException.class, ProblemType.STALE_REVISION,
            AlreadyPublishedException.class, ProblemType.ALREADY_PUBLISHED,
            InvalidPostException.class, ProblemType.INVALID_POST,
            UnknownSeriesException.class, ProblemType.UNKNOWN_SERIES,
            BodyTooLargeException.class, ProblemType.REQUEST_TOO_LARGE,
            OutboxFullException.class, ProblemType.UPSTREAM_UNAVAILABLE,
            StoreUnavailableException.class, ProblemType.UPSTREAM_UNAVAILABLE);

    private RefusalProblems() {}

    static Problem of(PublishingException refusal) {
        var detail = String.valueOf(refusal.getMessage());
        var problem = Problem.of(TYPES.getOrDefault(refusal.getClass(), ProblemType.INTERNAL_ERROR), detail);
        if (refusal instanceof InvalidPostException invalid) {
            return problem.with(invalid.errors());
        }
        if (refusal instanceof UnknownSeriesException) {
            return problem.with(List.of(new FieldError("series", detail)));
        }
        if (refusal instanceof SlugTakenException) {
            return problem.with(List.of(new FieldError("slug", detail)));
        }
        if (refusal instanceof StaleRevisionException stale) {
            return problem.current(stale.current().value());
        }
        return refusal instanceof BodyTooLargeException large ? problem.beyond(large.limit(), "body") : problem;
    }
}
