package org.vedette.post.web;

import java.util.List;
import java.util.Map;
import org.vedette.post.publishing.Refusal;
import org.vedette.post.publishing.Refusal.AlreadyPublished;
import org.vedette.post.publishing.Refusal.BodyTooLarge;
import org.vedette.post.publishing.Refusal.FieldError;
import org.vedette.post.publishing.Refusal.InvalidPost;
import org.vedette.post.publishing.Refusal.OutboxFull;
import org.vedette.post.publishing.Refusal.SlugTaken;
import org.vedette.post.publishing.Refusal.StaleRevision;
import org.vedette.post.publishing.Refusal.StoreUnavailable;
import org.vedette.post.publishing.Refusal.UnknownPost;
import org.vedette.post.publishing.Refusal.UnknownSeries;

/** What the domain refuses, as problems. */
final class RefusalProblems {

    private static final Map<Class<? extends Refusal>, ProblemType> TYPES = Map.of(
            UnknownPost.class, ProblemType.UNKNOWN_POST,
            SlugTaken.class, ProblemType.SLUG_TAKEN,
            StaleRevision.class, ProblemType.STALE_REVISION,
            AlreadyPublished.class, ProblemType.ALREADY_PUBLISHED,
            InvalidPost.class, ProblemType.INVALID_POST,
            UnknownSeries.class, ProblemType.UNKNOWN_SERIES,
            BodyTooLarge.class, ProblemType.REQUEST_TOO_LARGE,
            OutboxFull.class, ProblemType.UPSTREAM_UNAVAILABLE,
            StoreUnavailable.class, ProblemType.UPSTREAM_UNAVAILABLE);

    private RefusalProblems() {}

    static Problem of(Refusal refusal) {
        String detail = String.valueOf(refusal.getMessage());
        Problem problem = Problem.of(TYPES.getOrDefault(refusal.getClass(), ProblemType.INTERNAL_ERROR), detail);
        if (refusal instanceof InvalidPost invalid) {
            return problem.with(invalid.errors());
        }
        if (refusal instanceof UnknownSeries) {
            return problem.with(List.of(new FieldError("series", detail)));
        }
        if (refusal instanceof SlugTaken) {
            return problem.with(List.of(new FieldError("slug", detail)));
        }
        if (refusal instanceof StaleRevision stale) {
            return problem.current(stale.current().value());
        }
        return refusal instanceof BodyTooLarge large ? problem.beyond(large.limit(), "body") : problem;
    }
}
