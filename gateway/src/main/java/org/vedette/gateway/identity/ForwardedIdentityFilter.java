package org.vedette.gateway.identity;

import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Replaces what a caller showed us by what services believe; an outside credential never gets inside. */
@Component
@Order(0)
class ForwardedIdentityFilter implements GlobalFilter {

    private static final List<String> CREDENTIALS =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.PROXY_AUTHORIZATION, HttpHeaders.COOKIE);

    private final ServiceTokens tokens;

    ForwardedIdentityFilter(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var anonymous = withoutCredentials(exchange);
        return exchange.getPrincipal()
                .ofType(BearerTokenAuthentication.class)
                .map(caller -> onBehalfOf((OAuth2AuthenticatedPrincipal) caller.getPrincipal(), anonymous))
                .defaultIfEmpty(anonymous)
                .flatMap(chain::filter);
    }

    /** Most requests have none, and a copy of all headers is dear. */
    private static ServerWebExchange withoutCredentials(ServerWebExchange exchange) {
        var sent = exchange.getRequest().getHeaders();
        return CREDENTIALS.stream().noneMatch(sent::containsHeader)
                ? exchange
                : exchange.mutate()
                        .request(request -> request.headers(headers -> CREDENTIALS.forEach(headers::remove)))
                        .build();
    }

    /** The roles are the holder's own; the framework adds to the authentication how it was made. */
    private ServerWebExchange onBehalfOf(OAuth2AuthenticatedPrincipal holder, ServerWebExchange exchange) {
        var roles = holder.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        var token = tokens.issue(holder.getName(), roles);
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build();
    }
}
