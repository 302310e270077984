package org.vedette.gateway.identity;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Replaces what a caller showed us by what services believe; an outside credential never gets inside. */
@Component
@Order(0)
class ForwardedIdentityFilter implements GlobalFilter {

    private final ServiceTokens tokens;

    ForwardedIdentityFilter(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var anonymous = withoutCredentials(exchange);
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .filter(Authentication::isAuthenticated)
                .map(caller -> onBehalfOf(caller, anonymous))
                .defaultIfEmpty(anonymous)
                .flatMap(chain::filter);
    }

    private static ServerWebExchange withoutCredentials(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HttpHeaders.AUTHORIZATION);
                    headers.remove(HttpHeaders.PROXY_AUTHORIZATION);
                    headers.remove(HttpHeaders.COOKIE);
                }))
                .build();
    }

    private ServerWebExchange onBehalfOf(Authentication caller, ServerWebExchange exchange) {
        var roles = caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        var token = tokens.issue(caller.getName(), roles);
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build();
    }
}
