package org.vedette.post.authors.web;

import java.net.URI;
import org.vedette.starter.problems.ProblemType;

/** The problem types of the API of authors. */
enum AuthorProblem implements ProblemType {
    UNKNOWN_AUTHOR(404, "unknown-author", "There is no such author"),
    INVALID_MERGE(422, "invalid-merge", "The authors cannot be merged");

    private final int status;
    private final URI uri;
    private final String title;

    AuthorProblem(int status, String name, String title) {
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
