package org.vedette.post.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.security.ResourceServer;

/**
 * Requires a token of somebody who writes under /api and on the pages of the studio; {@code AccessRules} says what each of them
 * may do with a post.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String AUTHOR = "author";
    private static final String EDITOR = "editor";
    private static final String ADMIN = "admin";

    @Bean
    SecurityWebFilterChain writersOnly(ServerHttpSecurity http, ProblemHandler problems) {
        return ResourceServer.filterChain(
                http,
                problems,
                paths -> paths.pathMatchers(HttpMethod.GET, "/api/**")
                        .hasAnyRole(AUTHOR, EDITOR, ADMIN)
                        .pathMatchers("/api/posts/**", "/api/media/**")
                        .hasAnyRole(AUTHOR, EDITOR, ADMIN)
                        .pathMatchers("/api/**")
                        .hasAnyRole(EDITOR, ADMIN)
                        .pathMatchers(
                                HttpMethod.POST, "/studio/authors/**", "/studio/imports/**", "/studio/redirects/**")
                        .hasAnyRole(EDITOR, ADMIN)
                        .pathMatchers("/studio/**", "/preview/post")
                        .hasAnyRole(AUTHOR, EDITOR, ADMIN));
    }
}
