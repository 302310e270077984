package org.vedette.feed.serving;

/** A request that cannot be answered now; the same one may be later. */
public final class TryLater extends RuntimeException {

    private final String problem;

    /**
     * Puts a request off.
     *
     * @param problem what machines know the matter by, in kebab case
     * @param detail what is the matter and what to do, for people
     */
    public TryLater(String problem, String detail) {
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
