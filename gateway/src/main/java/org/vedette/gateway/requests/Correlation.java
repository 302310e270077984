package org.vedette.gateway.requests;

import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.vedette.starter.problems.ProblemWriter;

/** Identifies a request in logs and responses (request id) and in a distributed trace (trace context). */
public record Correlation(String requestId, String traceParent, boolean traceContinued) {

    static final String REQUEST_ID = ProblemWriter.REQUEST_ID;

    static final String TRACE_PARENT = "traceparent";

    private static final Pattern VALID_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Ids for a request that no client has made. */
    public static Correlation generate(RandomGenerator random) {
        var trace = TraceParent.generate(random);
        return new Correlation(TraceParent.newTraceId(random), trace.value(), false);
    }

    /** Takes over the client's id and trace context where they are valid and generates them otherwise. */
    static Correlation of(HttpHeaders headers, RandomGenerator random) {
        var trace = TraceParent.of(headers.getOrEmpty(TRACE_PARENT));
        return new Correlation(
                requestId(headers, random),
                trace.orElseGet(() -> TraceParent.generate(random)).value(),
                trace.isPresent());
    }

    /**
     * Sets the headers of a request.
     *
     * @param headers takes name and value of each
     */
    public void writeTo(BiConsumer<String, String> headers) {
        headers.accept(REQUEST_ID, requestId);
        headers.accept(TRACE_PARENT, traceParent);
    }

    /** The client's id where it is valid, and another otherwise. */
    static String requestId(HttpHeaders headers, RandomGenerator random) {
        var ids = headers.getOrEmpty(REQUEST_ID);
        return ids.size() == 1 && VALID_ID.matcher(ids.get(0)).matches() ? ids.get(0) : TraceParent.newTraceId(random);
    }
}
