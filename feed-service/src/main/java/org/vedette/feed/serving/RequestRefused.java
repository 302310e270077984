package org.vedette.feed.serving;

/** A request that cannot be answered as it is; says what to do about it. */
public final class RequestRefused extends RuntimeException {

    private final String problem;

    /**
     * Refuses a request.
     *
     * @param problem what machines know the matter by, in kebab case
     * @param detail what is wrong and what to do, for people
     */
    public RequestRefused(String problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
    }

    public String problem() {
        return problem;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
