package org.vedette.gateway.addresses;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Redirects reads of {@link PermanentRedirects other names} permanently, with their query. It comes after the firewall, which
 * rejects paths that a redirect could turn into another host.
 */
@Component
@Order(0)
class PermanentRedirectFilter implements WebFilter {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final CacheControl ONE_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return READS.contains(request.getMethod())
                ? PermanentRedirects.of(request.getURI().getRawPath())
                        .map(path -> redirect(
                                exchange.getResponse(), path, request.getURI().getRawQuery()))
                        .orElseGet(() -> chain.filter(exchange))
                : chain.filter(exchange);
    }

    private static Mono<Void> redirect(ServerHttpResponse response, String path, @Nullable String query) {
        response.setStatusCode(HttpStatus.PERMANENT_REDIRECT);
        response.getHeaders().setLocation(URI.create(query == null ? path : path + "?" + query));
        response.getHeaders().setCacheControl(ONE_DAY);
        return response.setComplete();
    }
}
