package org.vedette.starter.api;

import java.util.Collection;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;

/** Refuses query parameters that an API does not know: a filter that is ignored silently misleads. */
public final class UnknownParameters {

    /** Names come from anybody. */
    private static final int MAX_QUOTED = 50;

    private UnknownParameters() {}

    /**
     * Refuses the first name that is not known.
     *
     * @param names of the parameters of a request
     * @param known names of the parameters of the API, in the order in which they are listed
     * @throws ProblemException when a name is not known; the problem lists those that are
     */
    public static void refuse(Collection<String> names, Collection<String> known) {
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new ProblemException(problem(unknown, known));
        });
    }

    private static Problem problem(String unknown, Collection<String> known) {
        var name = unknown.length() > MAX_QUOTED ? unknown.substring(0, MAX_QUOTED) + "…" : unknown;
        var message = "is not known; "
                + (known.isEmpty() ? "this address takes none" : "known are: " + String.join(", ", known));
        return Problem.of(StandardProblem.UNKNOWN_PARAMETER, "The parameter " + name + " " + message + ".")
                .withError(name, message);
    }
}
