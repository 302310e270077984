package org.vedette.post.publishing.web;

import org.vedette.starter.problems.ProblemType;

/** The problem types of the API of posts. */
final class PublishingProblem {

    static final ProblemType UNKNOWN_POST = ProblemType.of(404, "unknown-post", "There is no such post");
    static final ProblemType SLUG_TAKEN = ProblemType.of(409, "slug-taken", "The slug is taken");
    static final ProblemType ALREADY_PUBLISHED =
            ProblemType.of(409, "already-published", "The post is published already");
    static final ProblemType STALE_REVISION = ProblemType.of(412, "stale-revision", "The post was changed meanwhile");
    static final ProblemType INVALID_POST = ProblemType.of(422, "invalid-post", "The post cannot be accepted as it is");
    static final ProblemType UNKNOWN_SERIES = ProblemType.of(422, "unknown-series", "There is no such series");
    static final ProblemType REVISION_REQUIRED = ProblemType.of(428, "revision-required", "The revision is missing");

    private PublishingProblem() {}
}
