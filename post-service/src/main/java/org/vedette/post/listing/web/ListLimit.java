package org.vedette.post.listing.web;

import java.util.regex.Pattern;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;

/** Parses the parameter {@code limit}, which says how many posts a list has at most. */
public final class ListLimit {

    private static final int MAX = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private ListLimit() {}

    public static int parse(String text) {
        var limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX) {
            var message = "must be a whole number from 1 to " + MAX;
            throw new ProblemException(
                    Problem.of(StandardProblem.MALFORMED_REQUEST, "The parameter limit " + message + ".")
                            .withError("limit", message));
        }
        return limit;
    }
}
