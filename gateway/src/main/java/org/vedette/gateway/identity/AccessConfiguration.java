package org.vedette.gateway.identity;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.anyExchange;
import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;

/**
 * Who may go where: the API needs a token, except what everybody may read; everything else is public. What a caller's
 * roles allow, the services say.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    @Order(1)
    SecurityWebFilterChain api(
            ServerHttpSecurity http, ReactiveOpaqueTokenIntrospector tokens, AuthenticationRefusal refusal) {
        return bare(http)
                .securityMatcher(new AndServerWebExchangeMatcher(
                        pathMatchers("/api/**"), new NegatedServerWebExchangeMatcher(pathMatchers("/api/feed/**"))))
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(refusal).opaqueToken(opaque -> opaque.introspector(tokens)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(refusal))
                .build();
    }

    /** Has no authentication at all: a wrong token does not keep anyone from reading. */
    @Bean
    @Order(2)
    SecurityWebFilterChain everythingElse(ServerHttpSecurity http) {
        return bare(http)
                .securityMatcher(anyExchange())
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    /**
     * No sessions and no cookies: nothing a foreign page could make a browser send along, so there is no request to
     * forge, and a one-click unsubscribe (RFC 8058), which knows no CSRF token, passes. Headers are AnswerFilter's.
     */
    private static ServerHttpSecurity bare(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }
}
