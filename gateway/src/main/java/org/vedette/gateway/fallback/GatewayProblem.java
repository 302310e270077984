package org.vedette.gateway.fallback;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** The problem types that only the gateway has, and the problems that several of its filters report. */
public enum GatewayProblem implements ProblemType {
    TOO_MANY_STREAMS("too-many-streams", "Too many are listening");

    private final URI uri;
    private final String title;

    GatewayProblem(String name, String title) {
        this.uri = ProblemType.uri(name);
        this.title = title;
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return HttpStatus.SERVICE_UNAVAILABLE.value();
    }

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
