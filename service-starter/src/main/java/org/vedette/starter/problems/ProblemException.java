package org.vedette.starter.problems;

/** Ends the handling of a request with a problem. It has no stack trace: it reports no fault of the program. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
