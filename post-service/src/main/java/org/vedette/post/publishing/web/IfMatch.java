package org.vedette.post.publishing.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.post.lifecycle.Revision;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;

/** Parses the header If-Match (RFC 9110 §13.1.1): a revision in quotes, or {@code *} for any current revision. */
public final class IfMatch {

    private static final Pattern REVISION = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private IfMatch() {}

    /** The revision that a change must name. */
    public static Optional<Revision> required(@Nullable String header) {
        if (header == null) {
            throw new ProblemException(Problem.of(
                    PublishingProblem.REVISION_REQUIRED,
                    "Send the revision you read in the header If-Match, as the ETag had it."));
        }
        return revision(header);
    }

    /** The revision that a header names; empty for any. */
    public static Optional<Revision> revision(String header) {
        if (header.strip().equals("*")) {
            return Optional.empty();
        }
        var revision = REVISION.matcher(header.strip());
        if (!revision.matches()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The header If-Match must have one revision in quotes, as in \"3\".");
        }
        return Optional.of(new Revision(Long.parseLong(revision.group(1))));
    }
}
