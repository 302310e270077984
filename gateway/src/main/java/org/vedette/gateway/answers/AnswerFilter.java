package org.vedette.gateway.answers;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.vedette.gateway.requests.Correlation;
import reactor.core.publisher.Mono;

/**
 * Has the last word on the headers of every answer, our own and the services' alike: it sets and never adds, so that
 * none is there twice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AnswerFilter implements WebFilter {

    /** Which program answers is nobody's business. */
    private static final List<String> TELL_TALES = List.of(HttpHeaders.SERVER, "X-Powered-By");

    private final SecurityHeaders securityHeaders;
    private final CompressedVariants variants;

    AnswerFilter(SecurityHeaders securityHeaders, CompressedVariants variants) {
        this.securityHeaders = securityHeaders;
        this.variants = variants;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> complete(exchange)));
        return chain.filter(exchange);
    }

    private void complete(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        TELL_TALES.forEach(headers::remove);
        securityHeaders.asMap().forEach(headers::set);
        variants.mark(exchange);
        var correlation = Correlation.of(exchange);
        if (correlation != null) {
            headers.set(Correlation.REQUEST_ID, correlation.requestId());
        }
    }
}
