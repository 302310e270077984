package org.vedette.post.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.publishing.PublishingException;
import reactor.core.publisher.Mono;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers every error of the service, wherever it comes from, as a problem. */
@Component
@Order(-2) // before Boot's own, which would answer in another shape
final class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final RequestProblems requestProblems;
    private final JsonMapper json;

    ProblemHandler(RequestSizeLimit limit, JsonMapper json) {
        this.requestProblems = new RequestProblems(limit.bytes());
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        var request = exchange.getRequest();
        var problem = (error instanceof PublishingException refusal
                        ? RefusalProblems.of(refusal)
                        : requestProblems.of(error))
                .at(request.getPath().value(), request.getHeaders().getFirst("X-Request-Id"));
        record(request, problem, error);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        addHeaders(response.getHeaders(), problem, error);
        // Escaped, since what is wrong with a request may be half a surrogate pair, which UTF-8 cannot carry.
        var body = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(problem);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void record(ServerHttpRequest request, Problem problem, Throwable error) {
        if (problem.status() == ProblemType.INTERNAL_ERROR.status()) {
            log.error("{} {} failed", request.getMethod(), request.getPath(), error);
        } else if (problem.status() == ProblemType.UPSTREAM_UNAVAILABLE.status()) {
            log.warn("{} {} could not be done: {}", request.getMethod(), request.getPath(), error.toString());
            log.debug("because of", error);
        }
    }

    private static void addHeaders(HttpHeaders headers, Problem problem, Throwable error) {
        if (error instanceof ErrorResponse known) {
            headers.putAll(known.getHeaders());
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (problem.status() == ProblemType.UNAUTHENTICATED.status()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.status() == ProblemType.UPSTREAM_UNAVAILABLE.status()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
    }
}
