package org.vedette.post.publishing.web;

import org.vedette.post.publishing.PublishingException.WrongStateException;
import org.vedette.starter.problems.ProblemType;

/** The problem types of the API of posts. */
final class PublishingProblem {

    static final ProblemType UNKNOWN_POST = ProblemType.of(404, "unknown-post", "There is no such post");
    static final ProblemType SLUG_TAKEN = ProblemType.of(409, "slug-taken", "The slug is taken");
    static final ProblemType DUPLICATE_PERIOD =
            ProblemType.of(409, "duplicate-period", "Another issue covers the same period");
    static final ProblemType SECOND_PERSON =
            ProblemType.of(409, "second-person-required", "The series needs a second person");
    static final ProblemType KEY_USED = ProblemType.of(409, "key-in-use", "The same request is being handled");
    static final ProblemType STALE_REVISION = ProblemType.of(412, "stale-revision", "The post was changed meanwhile");
    static final ProblemType KEY_REUSED =
            ProblemType.of(422, "key-reused", "The Idempotency-Key belongs to another request");
    static final ProblemType UNKNOWN_REVISION = ProblemType.of(404, "unknown-revision", "There is no such revision");
    static final ProblemType INVALID_POST = ProblemType.of(422, "invalid-post", "The post cannot be accepted as it is");
    static final ProblemType UNKNOWN_SERIES = ProblemType.of(422, "unknown-series", "There is no such series");
    static final ProblemType REVISION_REQUIRED = ProblemType.of(428, "revision-required", "The revision is missing");

    private PublishingProblem() {}

    static ProblemType of(WrongStateException failure) {
        var title = switch (failure.problem()) {
            case "already-published" -> "The post is published already";
            case "already-withdrawn" -> "The post is withdrawn already";
            case "not-a-draft" -> "The post is not a draft";
            default -> "The post is not published";
        };
        return ProblemType.of(409, failure.problem(), title);
    }
}
