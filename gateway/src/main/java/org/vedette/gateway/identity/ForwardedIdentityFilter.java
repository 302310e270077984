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
import org.vedette.gateway.servicetokens.ServiceTokenIssuer;
import reactor.core.publisher.Mono;

/**
 * Replaces the credentials of the client with a service token; the credentials of a client are never forwarded to a
 * service.
 */
@Component
@Order(0)
class ForwardedIdentityFilter implements GlobalFilter {

    private static final List<String> CREDENTIALS =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.PROXY_AUTHORIZATION, HttpHeaders.COOKIE);

    private final ServiceTokenIssuer tokenIssuer;

    ForwardedIdentityFilter(ServiceTokenIssuer tokenIssuer) {
        this.tokenIssuer = tokenIssuer;
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

    /** Copies the headers only where there are credentials, because the copy is expensive and most requests have none. */
    private static ServerWebExchange withoutCredentials(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        return CREDENTIALS.stream().noneMatch(headers::containsHeader)
                ? exchange
                : exchange.mutate()
                        .request(request -> request.headers(copy -> CREDENTIALS.forEach(copy::remove)))
                        .build();
    }

    /** Takes the roles from the principal: Spring Security adds further authorities to the authentication. */
    private ServerWebExchange onBehalfOf(OAuth2AuthenticatedPrincipal holder, ServerWebExchange exchange) {
        var roles = holder.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        var token = tokenIssuer.issue(holder.getName(), holder.getName(), roles);
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build();
    }
}
