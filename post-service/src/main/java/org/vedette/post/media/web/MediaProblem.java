package org.vedette.post.media.web;

import org.vedette.starter.problems.ProblemType;

/** The problem types of the API of media. */
final class MediaProblem {

    static final ProblemType UNKNOWN_MEDIA = ProblemType.of(404, "unknown-media", "There is no such picture");
    static final ProblemType MEDIA_IN_USE = ProblemType.of(409, "media-in-use", "Posts use the picture");
    static final ProblemType UNSUPPORTED_IMAGE =
            ProblemType.of(415, "unsupported-image", "Files of this kind are not taken");
    static final ProblemType INVALID_IMAGE = ProblemType.of(422, "invalid-image", "The picture cannot be accepted");
    static final ProblemType INVALID_ALT = ProblemType.of(422, "invalid-alt", "The text cannot be accepted as it is");

    static final ProblemType MEDIA_IN_HISTORY =
            ProblemType.of(409, "media-in-history", "Earlier revisions have the picture");

    private MediaProblem() {}
}
