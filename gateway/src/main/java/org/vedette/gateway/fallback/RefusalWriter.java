package org.vedette.gateway.fallback;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.requests.Correlation;
import reactor.core.publisher.Mono;

/** Answers a request with a refusal: a page for people, a problem for programs. */
@Component
public class RefusalWriter {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final ProblemWriter problems;
    private final PageWriter pages;

    RefusalWriter(ProblemWriter problems, PageWriter pages) {
        this.problems = problems;
        this.pages = pages;
    }

    public Mono<Void> answer(ServerWebExchange exchange, Refusal refusal) {
        var correlation = Correlation.of(exchange);
        var requestId = correlation == null ? null : correlation.requestId();
        var request = exchange.getRequest();
        return Readers.preferPage(request)
                ? write(exchange, refusal, HTML, pages.write(refusal, requestId))
                : write(
                        exchange,
                        refusal,
                        MediaType.APPLICATION_PROBLEM_JSON,
                        problems.write(refusal, request.getPath().value(), requestId));
    }

    private static Mono<Void> write(ServerWebExchange exchange, Refusal refusal, MediaType type, byte[] body) {
        var response = exchange.getResponse();
        response.setStatusCode(refusal.type().status());
        describe(response, refusal, type, body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void describe(ServerHttpResponse response, Refusal refusal, MediaType type, int length) {
        var headers = response.getHeaders();
        // What a half-made answer of a service had said no longer holds.
        headers.clear();
        headers.putAll(refusal.headers());
        headers.setContentType(type);
        headers.setContentLength(length);
        headers.setCacheControl(CacheControl.noStore());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
