package org.vedette.gateway.fallback;

import org.springframework.util.unit.DataSize;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** The problem types that only the gateway has, and the problems that several of its filters report. */
public final class GatewayProblem {

    public static final ProblemType TOO_MANY_STREAMS =
            ProblemType.of(503, "too-many-streams", "Too many are listening");

    public static final ProblemType TOO_MANY_REQUESTS = ProblemType.of(429, "too-many-requests", "Too many requests");

    public static final ProblemType UNEXPECTED_BODY =
            ProblemType.of(400, "unexpected-body", "This request takes no body");

    public static final ProblemType HTTP_VERSION =
            ProblemType.of(505, "http-version-not-supported", "This version of HTTP is not supported");

    public static final ProblemType TOO_MANY_BODIES =
            ProblemType.of(503, "too-many-uploads", "Too many uploads at once");

    private GatewayProblem() {}

    /**
     * A part of a request exceeds its limit.
     *
     * @param part what is too large, as the subject of a sentence
     */
    public static Problem tooLarge(StandardProblem type, String part, DataSize limit) {
        return Problem.of(type, "%s may have %d bytes at most. Send less.".formatted(part, limit.toBytes()))
                .with("limit", limit.toBytes());
    }
}
