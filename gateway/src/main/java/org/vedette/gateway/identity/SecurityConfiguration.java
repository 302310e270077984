package org.vedette.gateway.identity;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.anyExchange;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.vedette.starter.problems.ProblemHandler;
import reactor.core.publisher.Mono;

/**
 * Requires an API token on protected paths, and recognizes one on the pages of posts; the services decide what the roles of the
 * caller allow.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final PathPattern POSTS = PathPatternParser.defaultInstance.parse("/posts/**");

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

    /** An editor may read posts that others must not see. An invalid token makes nobody less than the public. */
    @Bean
    @Order(2)
    SecurityWebFilterChain pagesOfPosts(ServerHttpSecurity http, ReactiveOpaqueTokenIntrospector tokens) {
        return stateless(http)
                .securityMatcher(SecurityConfiguration::isPageOfPostWithCredentials)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .oauth2ResourceServer(server -> server.authenticationFailureHandler(
                                (request, invalid) -> request.getChain().filter(request.getExchange()))
                        .opaqueToken(opaque -> opaque.introspector(tokens)))
                .build();
    }

    /** Does not authenticate at all. */
    @Bean
    @Order(3)
    SecurityWebFilterChain publicPaths() {
        WebFilter noSecurity = (exchange, chain) -> chain.filter(exchange);
        return new MatcherSecurityWebFilterChain(anyExchange(), List.of(noSecurity));
    }

    /** Turns off the metrics of Spring Security: rejected requests are counted by the status of their response. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** All other requests pass without the cost of authentication. */
    private static Mono<MatchResult> isPageOfPostWithCredentials(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                        && POSTS.matches(request.getPath().pathWithinApplication())
                ? MatchResult.match()
                : MatchResult.notMatch();
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
