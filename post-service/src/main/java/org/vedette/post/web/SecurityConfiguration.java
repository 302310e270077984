package org.vedette.post.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.security.ResourceServer;

/** Requires a token of somebody who writes under /api; {@code AccessRules} says what each of them may do with a post. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String EDITOR = "editor";
    private static final String ADMIN = "admin";

    @Bean
    SecurityWebFilterChain writersOnly(ServerHttpSecurity http, ProblemHandler problems) {
        return ResourceServer.filterChain(
                http,
                problems,
                paths -> paths.pathMatchers(HttpMethod.GET, "/api/**")
                        .hasAnyRole("author", EDITOR, ADMIN)
                        .pathMatchers("/api/posts/**", "/api/media/**")
                        .hasAnyRole("author", EDITOR, ADMIN)
                        .pathMatchers("/api/**")
                        .hasAnyRole(EDITOR, ADMIN));
    }
}
