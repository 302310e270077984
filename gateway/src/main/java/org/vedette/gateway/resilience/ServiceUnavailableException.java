package org.vedette.gateway.resilience;

import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;

/** The circuit of a service is open, so that nothing was sent to it. */
class ServiceUnavailableException extends ProblemException {

    ServiceUnavailableException() {
        super(Problem.of(
                StandardProblem.UPSTREAM_UNAVAILABLE,
                "This part of the site is not answering right now, and your request was not passed on. Try again in a few"
                        + " seconds."));
    }
}
