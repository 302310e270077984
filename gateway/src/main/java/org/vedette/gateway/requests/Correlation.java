package org.vedette.gateway.requests;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What ties together everything that is said and done about one request: its id, and its place in a trace. */
public record Correlation(String requestId, String traceParent, boolean traceContinued) {

    public static final String REQUEST_ID = "X-Request-Id";

    static final String TRACE_PARENT = "traceparent";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The caller's id and trace where they are sane, else our own. */
    static Correlation of(HttpHeaders headers, RandomGenerator random) {
        var trace = TraceParent.of(headers.getOrEmpty(TRACE_PARENT));
        return new Correlation(
                requestId(headers.getOrEmpty(REQUEST_ID))
                        .orElseGet(() -> TraceParent.fresh(random).traceId()),
                trace.orElseGet(() -> TraceParent.fresh(random)).value(),
                trace.isPresent());
    }

    /** The correlation of a request that has passed our first filter; null before. */
    public static @Nullable Correlation of(ServerWebExchange exchange) {
        return exchange.getAttribute(Correlation.class.getName());
    }

    void keepWith(ServerWebExchange exchange) {
        exchange.getAttributes().put(Correlation.class.getName(), this);
    }

    private static Optional<String> requestId(List<String> given) {
        return given.size() == 1 && SANE.matcher(given.get(0)).matches() ? Optional.of(given.get(0)) : Optional.empty();
    }
}
