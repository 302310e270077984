package org.vedette.post.publishing.web;

import java.net.URI;
import org.vedette.starter.problems.ProblemType;

/** The problem types of the API of posts. */
enum PublishingProblem implements ProblemType {
    UNKNOWN_POST(404, "unknown-post", "There is no such post"),
    SLUG_TAKEN(409, "slug-taken", "The slug is taken"),
    ALREADY_PUBLISHED(409, "already-published", "The post is published already"),
    STALE_REVISION(412, "stale-revision", "The post was changed meanwhile"),
    INVALID_POST(422, "invalid-post", "The post cannot be accepted as it is"),
    UNKNOWN_SERIES(422, "unknown-series", "There is no such series"),
    REVISION_REQUIRED(428, "revision-required", "The revision is missing");

    private final int status;
    private final URI uri;
    private final String title;

    PublishingProblem(int status, String name, String title) {
        this.status = status;
        this.uri = ProblemType.uri(name);
        this.title = title;
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
