package org.vedette.post.authors.web;

import org.vedette.starter.problems.ProblemType;

/** The problem types of the API of authors. */
final class AuthorProblem {

    static final ProblemType UNKNOWN_AUTHOR = ProblemType.of(404, "unknown-author", "There is no such author");
    static final ProblemType INVALID_MERGE = ProblemType.of(422, "invalid-merge", "The authors cannot be merged");

    private AuthorProblem() {}
}
