package org.vedette.feed.serving;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.Link;

/** A request that is answered with a problem (RFC 9457): JSON for programs, a page with the same text for people. */
public final class RequestRejectedException extends RuntimeException {

    /** Kinds of problems; each has a status code. */
    public enum Reason {
        INVALID,
        NOT_FOUND,
        GONE,
        UNAVAILABLE
    }

    private final Reason reason;
    private final String problem;
    private final @Nullable String title;
    private final @Nullable String advice;
    private final transient List<Link> links;

    /**
     * A problem with a title and a page of its own.
     *
     * @param problem last part of the problem's type, in kebab case
     * @param title what is the matter; null for the title that all problems of the same reason have
     * @param detail what it means
     * @param advice what to do about it, or why it happened; null when the detail says all
     * @param links where a reader can go from here, the likeliest first; empty for the usual ones
     */
    public RequestRejectedException(
            Reason reason,
            String problem,
            @Nullable String title,
            String detail,
            @Nullable String advice,
            List<Link> links) {
        super(detail, null, false, false);
        this.reason = reason;
        this.problem = problem;
        this.title = title;
        this.advice = advice;
        this.links = List.copyOf(links);
    }

    private RequestRejectedException(Reason reason, String problem, String detail) {
        this(reason, problem, null, detail, null, List.of());
    }

    /** The request makes no sense. */
    public static RequestRejectedException invalid(String problem, String detail) {
        return new RequestRejectedException(Reason.INVALID, problem, detail);
    }

    /** A query parameter is given more than once. */
    public static RequestRejectedException repeated(String parameter) {
        return invalid("repeated-parameter", "\"" + parameter + "\" may be given once.");
    }

    /** What the request asks for never existed. */
    public static RequestRejectedException notFound(String problem, String detail) {
        return new RequestRejectedException(Reason.NOT_FOUND, problem, detail);
    }

    /** What the request asks for existed once and never will again. */
    public static RequestRejectedException gone(String problem, String detail) {
        return new RequestRejectedException(Reason.GONE, problem, detail);
    }

    /** The same request can be answered later. */
    public static RequestRejectedException unavailable(String problem, String detail) {
        return new RequestRejectedException(Reason.UNAVAILABLE, problem, detail);
    }

    public Reason reason() {
        return reason;
    }

    public String problem() {
        return problem;
    }

    public @Nullable String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable String advice() {
        return advice;
    }

    public List<Link> links() {
        return links;
    }
}
