package org.vedette.gateway.identity;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.anyExchange;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.WebFilter;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.sessions.CsrfTokens;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.web.SessionCookies;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.problems.ProblemType;

/**
 * Requires an API token or a session on protected paths, and recognizes them on some public pages; the services decide what
 * the roles of the caller allow.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final ProblemType NOT_AN_ADMIN =
            ProblemType.of(403, "not-an-administrator", "This page is for administrators");
    private static final String FOR_ADMINS =
            "Your account has not the role admin. Sign in with one that has, or ask an administrator.";

    private final SessionService sessions;
    private final SessionCookies cookies;
    private final CrossSiteRequestFilter crossSiteRequests;

    SecurityConfiguration(
            SessionService sessions, SessionCookies cookies, CsrfTokens csrfTokens, GatewayProperties properties) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.crossSiteRequests = new CrossSiteRequestFilter(csrfTokens, properties.baseUrl());
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain api(
            ServerHttpSecurity http,
            ReactiveOpaqueTokenIntrospector tokens,
            RejectedTokens rejected,
            ProblemHandler problems) {
        return withSessions(http, SessionContextRepository.required(sessions, cookies))
                .securityMatcher(ProtectedPaths::api)
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(new TokenScopeCheck()))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(rejected)
                        .accessDeniedHandler(problems::handle)
                        .opaqueToken(opaque -> opaque.introspector(tokens)))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain studio(
            ServerHttpSecurity http,
            ReactiveOpaqueTokenIntrospector tokens,
            RejectedTokens rejected,
            ProblemHandler problems) {
        return withSessions(http, SessionContextRepository.required(sessions, cookies))
                .securityMatcher(ProtectedPaths::studio)
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(new TokenScopeCheck()))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(rejected)
                        .accessDeniedHandler(problems::handle)
                        .opaqueToken(opaque -> opaque.introspector(tokens)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new SignInEntryPoint(problems))
                        .accessDeniedHandler(problems::handle))
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain account(ServerHttpSecurity http, ProblemHandler problems) {
        return withSessions(http, SessionContextRepository.required(sessions, cookies))
                .securityMatcher(ProtectedPaths::account)
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new SignInEntryPoint(problems))
                        .accessDeniedHandler(problems::handle))
                .build();
    }

    @Bean
    @Order(4)
    SecurityWebFilterChain administration(ServerHttpSecurity http, ProblemHandler problems) {
        return withSessions(http, SessionContextRepository.required(sessions, cookies))
                .securityMatcher(ProtectedPaths::administration)
                .authorizeExchange(exchanges -> exchanges.anyExchange().hasAuthority(Role.ADMIN.text()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new SignInEntryPoint(problems))
                        .accessDeniedHandler((exchange, denied) ->
                                problems.handle(exchange, new ProblemException(Problem.of(NOT_AN_ADMIN, FOR_ADMINS)))))
                .build();
    }

    /** An editor may read posts that others must not see. Invalid credentials make nobody less than the public. */
    @Bean
    @Order(5)
    SecurityWebFilterChain publicPagesOfPosts(
            ServerHttpSecurity http, ReactiveOpaqueTokenIntrospector tokens, RejectedTokens rejected) {
        return withSessions(http, SessionContextRepository.optional(sessions, cookies))
                .securityMatcher(ProtectedPaths::pagesWithCredentials)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .oauth2ResourceServer(server -> server.authenticationFailureHandler((request, invalid) -> {
                            rejected.count(request.getExchange());
                            return request.getChain().filter(request.getExchange());
                        })
                        .opaqueToken(opaque -> opaque.introspector(tokens)))
                .build();
    }

    /** Does not authenticate at all. */
    @Bean
    @Order(6)
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
     * Turns off what is made for sessions in the memory of one instance. {@link CrossSiteRequestFilter} replaces the CSRF
     * protection, and leaves alone what comes without a session, such as a one-click unsubscribe (RFC 8058), which has no
     * token. {@code ResponseHeadersFilter} sets the security headers.
     */
    private ServerHttpSecurity withSessions(ServerHttpSecurity http, SessionContextRepository repository) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(repository)
                .addFilterAfter(crossSiteRequests, SecurityWebFiltersOrder.AUTHENTICATION);
    }
}
