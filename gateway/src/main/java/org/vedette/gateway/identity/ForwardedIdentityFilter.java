package org.vedette.gateway.identity;

import java.util.List;
import java.util.Objects;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.servicetokens.ServiceTokenIssuer;
import org.vedette.gateway.sessions.CsrfTokens;
import org.vedette.starter.security.ServiceTokens;
import reactor.core.publisher.Mono;

/**
 * Replaces the credentials of the client with a service token; the credentials of a client are never forwarded to a
 * service. For a person who is signed in the service also gets the CSRF token, which its pages put into their scripts' reach.
 */
@Component
@Order(0)
class ForwardedIdentityFilter implements GlobalFilter {

    private static final List<String> CREDENTIALS = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.PROXY_AUTHORIZATION,
            HttpHeaders.COOKIE,
            CrossSiteRequestFilter.TOKEN);

    private final ServiceTokenIssuer tokenIssuer;
    private final CsrfTokens csrfTokens;

    ForwardedIdentityFilter(ServiceTokenIssuer tokenIssuer, CsrfTokens csrfTokens) {
        this.tokenIssuer = tokenIssuer;
        this.csrfTokens = csrfTokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var anonymous = withoutCredentials(exchange);
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .map(caller -> onBehalfOf(caller, anonymous))
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

    private ServerWebExchange onBehalfOf(Authentication caller, ServerWebExchange exchange) {
        if (!(caller.getPrincipal() instanceof OAuth2AuthenticatedPrincipal holder)) {
            return exchange;
        }
        var token = token(holder);
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.setBearerAuth(token);
                    if (caller instanceof SessionAuthentication session) {
                        headers.set(
                                CrossSiteRequestFilter.TOKEN,
                                csrfTokens.of(session.person().secret()));
                    }
                }))
                .build();
    }

    /** Takes the roles from the principal: Spring Security adds further authorities to the authentication. */
    private String token(OAuth2AuthenticatedPrincipal holder) {
        var roles = holder.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        String name = Objects.requireNonNullElse(holder.getAttribute(ServiceTokens.NAME), holder.getName());
        return tokenIssuer.issue(holder.getName(), name, roles);
    }
}
