package org.vedette.post.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/** Editors only: the gateway's short-lived token is checked here again. */
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
                // A bearer token is not sent by a browser on its own, so there is nothing to forge.
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .build();
    }
}
