package org.vedette.feed.search;

/** A query that no index should be asked. */
public final class SearchRefused extends RuntimeException {

    private final String problem;

    public SearchRefused(String problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    /** What machines know the matter by, in kebab case. */
    public String problem() {
        return problem;
    }

    /** What is wrong and what to do, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
