package org.vedette.gateway.responses;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.vedette.starter.problems.ProblemWriter;
import reactor.core.publisher.Mono;

/**
 * Completes the headers of every response, the gateway's own and those of the services. It sets fields and never adds
 * to them, so that no field appears twice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ResponseHeadersFilter implements WebFilter {

    /** Name the server software, which helps only an attacker (RFC 9110 §10.2.4). */
    private static final List<String> SERVER_SOFTWARE = List.of(HttpHeaders.SERVER, "X-Powered-By");

    private final SecurityHeaders securityHeaders;
    private final CompressionHeaders compressionHeaders;
    private final FeedHeaders feedHeaders;

    ResponseHeadersFilter(
            SecurityHeaders securityHeaders, CompressionHeaders compressionHeaders, FeedHeaders feedHeaders) {
        this.securityHeaders = securityHeaders;
        this.compressionHeaders = compressionHeaders;
        this.feedHeaders = feedHeaders;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> complete(exchange)));
        return chain.filter(exchange);
    }

    private void complete(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        SERVER_SOFTWARE.forEach(headers::remove);
        securityHeaders.asMap().forEach(headers::set);
        compressionHeaders.adjust(exchange);
        feedHeaders.adjust(exchange);
        headers.set(ProblemWriter.REQUEST_ID, exchange.getRequest().getHeaders().getFirst(ProblemWriter.REQUEST_ID));
    }
}
