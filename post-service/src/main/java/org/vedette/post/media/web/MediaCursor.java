package org.vedette.post.media.web;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaLibrary.Position;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;

/** Where a list goes on, in the parameter {@code cursor}: milliseconds and id. */
public final class MediaCursor {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-([0-9a-f]{32})");

    private MediaCursor() {}

    /** Null at the end of the list. */
    public static @Nullable String of(@Nullable Position next) {
        return next == null ? null : next.uploadedAt().toEpochMilli() + "-" + next.id();
    }

    /** Empty for the beginning of the list. */
    public static Optional<Position> parse(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        var parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw invalid("cursor", "must be the member next of a response");
        }
        return Optional.of(
                new Position(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), new MediaId(parts.group(2))));
    }

    static boolean flag(String name, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw invalid(name, "must be true or false");
        }
        return Boolean.parseBoolean(value);
    }

    static int limit(String value) {
        var limit = value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
        if (limit < 1 || limit > 100) {
            throw invalid("limit", "must be a whole number from 1 to 100");
        }
        return limit;
    }

    private static ProblemException invalid(String parameter, String message) {
        return new ProblemException(
                Problem.of(StandardProblem.MALFORMED_REQUEST, "The parameter " + parameter + " " + message + ".")
                        .withError(parameter, message));
    }
}
