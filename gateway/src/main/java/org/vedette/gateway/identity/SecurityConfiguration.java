package org.vedette.gateway.identity;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.anyExchange;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.WebFilter;
import org.vedette.starter.problems.ProblemHandler;

/** Requires an API token on protected paths; the services decide what the roles of the caller allow. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityWebFilterChain api(
            ServerHttpSecurity http, ReactiveOpaqueTokenIntrospector tokens, ProblemHandler problems) {
        return stateless(http)
                .securityMatcher(new ProtectedPathMatcher())
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems::handle)
                        .opaqueToken(opaque -> opaque.introspector(tokens)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(problems::handle))
                .build();
    }

    /** Does not authenticate at all: an invalid token does not prevent anybody from reading public pages. */
    @Bean
    @Order(2)
    SecurityWebFilterChain publicPaths() {
        WebFilter noSecurity = (exchange, chain) -> chain.filter(exchange);
        return new MatcherSecurityWebFilterChain(anyExchange(), List.of(noSecurity));
    }

    /** Turns off the metrics of Spring Security: rejected requests are counted by the status of their response. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Neither sessions nor cookies exist, so a browser sends no credential along with a forged request. CSRF protection
     * is therefore not needed, and it would reject a one-click unsubscribe (RFC 8058), which has no CSRF token.
     * {@code ResponseHeadersFilter} sets the security headers.
     */
    private static ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }
}
