package org.vedette.post.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.vedette.starter.problems.ProblemHandler;

/** Requires the role editor under /api; validates the gateway's short-lived token as a resource server. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String EDITOR = "editor";

    @Bean
    SecurityWebFilterChain editorsOnly(ServerHttpSecurity security, ProblemHandler problems) {
        return security.authorizeExchange(exchange -> exchange.pathMatchers("/api/**")
                        .hasRole(EDITOR)
                        .anyExchange()
                        .permitAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(problems::handle)
                        .accessDeniedHandler(problems::handle))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                // A browser never sends a bearer token by itself, so a request cannot be forged.
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .build();
    }
}
