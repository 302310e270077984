package org.vedette.feed.serving;

/** A request that cannot be answered; says why, and what to do about it. */
public final class RequestRefused extends RuntimeException {

    private final Because reason;
    private final String problem;

    /** What keeps a request from being answered. */
    public enum Because {
        /** It makes no sense as it is. */
        UNUSABLE,
        /** There never was what it asks for. */
        UNKNOWN,
        /** What it asks for was there once and is gone for good. */
        GONE,
        /** The same request may be answered later. */
        NOT_NOW
    }

    /**
     * Refuses a request that makes no sense.
     *
     * @param problem what machines know the matter by, in kebab case
     * @param detail what is wrong and what to do, for people
     */
    public RequestRefused(String problem, String detail) {
        this(Because.UNUSABLE, problem, detail);
    }

    private RequestRefused(Because reason, String problem, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.problem = problem;
    }

    public static RequestRefused unknown(String problem, String detail) {
        return new RequestRefused(Because.UNKNOWN, problem, detail);
    }

    public static RequestRefused gone(String problem, String detail) {
        return new RequestRefused(Because.GONE, problem, detail);
    }

    public static RequestRefused notNow(String problem, String detail) {
        return new RequestRefused(Because.NOT_NOW, problem, detail);
    }

    public Because reason() {
        return reason;
    }

    public String problem() {
        return problem;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
