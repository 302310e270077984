package org.vedette.starter.problems;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.http.ServedState;
import org.vedette.starter.logging.LogContext;
import reactor.core.publisher.Mono;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the response: a page for people where the service has one, JSON for programs. */
public final class ProblemWriter {

    /** Request header with the id under which the logs know the request. */
    public static final String REQUEST_ID = LogContext.REQUEST_ID_HEADER;

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String RETRY_AFTER_SECONDS = "5";

    private final JsonMapper json;
    private final @Nullable ProblemPage page;

    /** @param page renders pages for people; null when everybody gets JSON */
    public ProblemWriter(JsonMapper json, @Nullable ProblemPage page) {
        this.json = json;
        this.page = page;
    }

    /** Writes a problem, under the id that the request came with. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        return write(exchange, problem, exchange.getRequest().getHeaders().getFirst(REQUEST_ID));
    }

    /** Writes a problem, under an id that the request got here. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem, @Nullable String requestId) {
        return write(exchange.getRequest(), exchange.getResponse(), problem, requestId);
    }

    /** Writes a problem before the framework handles the request, under the id that the request came with. */
    public Mono<Void> write(ServerHttpRequest request, ServerHttpResponse response, Problem problem) {
        return write(request, response, problem, request.getHeaders().getFirst(REQUEST_ID));
    }

    private Mono<Void> write(
            ServerHttpRequest request, ServerHttpResponse response, Problem problem, @Nullable String requestId) {
        return page != null && page.isFor(request)
                ? write(response, problem, HTML, page.render(problem, requestId))
                : write(response, problem, MediaType.APPLICATION_PROBLEM_JSON, json(problem, request, requestId));
    }

    /**
     * The problem as UTF-8 JSON, for responses that are written outside of WebFlux.
     *
     * @param instance path of the request; null when it is unknown
     */
    public byte[] json(Problem problem, @Nullable String instance, @Nullable String requestId) {
        // Escaped, because a malformed request may hold half a surrogate pair, which UTF-8 cannot carry.
        return json.writer()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                .writeValueAsBytes(ProblemDocument.of(problem, instance, requestId));
    }

    private byte[] json(Problem problem, ServerHttpRequest request, @Nullable String requestId) {
        return json(problem, request.getPath().value(), requestId);
    }

    private Mono<Void> write(ServerHttpResponse response, Problem problem, MediaType type, byte[] body) {
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        var headers = response.getHeaders();
        // Headers of a response that was half prepared no longer hold.
        var state = headers.get(ServedState.HEADER);
        headers.clear();
        if (state != null) {
            headers.put(ServedState.HEADER, state);
        }
        headers.setCacheControl(CacheControl.noStore());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        headers.putAll(problem.headers());
        headers.setContentType(type);
        headers.setContentLength(body.length);
        if (page != null) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
