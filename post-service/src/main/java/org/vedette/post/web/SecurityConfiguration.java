package org.vedette.post.web;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.security.Editors;
import org.vedette.starter.security.ResourceServer;

/**
 * Requires a token of somebody who writes under /api and on the pages of the studio; {@code AccessRules} says what each of them
 * may do with a post. The lists of authors and redirects are for editors, because they have names and slugs of all posts.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] WRITERS =
            Stream.concat(Stream.of("author"), Stream.of(Editors.roles())).toArray(String[]::new);

    @Bean
    SecurityWebFilterChain writersOnly(ServerHttpSecurity http, ProblemHandler problems) {
        return ResourceServer.filterChain(
                http,
                problems,
                paths -> paths.pathMatchers("/api/authors/**", "/api/redirects/**")
                        .hasAnyRole(Editors.roles())
                        .pathMatchers(HttpMethod.GET, "/api/**")
                        .hasAnyRole(WRITERS)
                        .pathMatchers("/api/posts/**", "/api/media/**")
                        .hasAnyRole(WRITERS)
                        .pathMatchers("/api/**")
                        .hasAnyRole(Editors.roles())
                        .pathMatchers(
                                "/studio/authors/**",
                                "/studio/redirects/**",
                                "/studio/series/*/**",
                                "/studio/tags/*",
                                "/studio/renamings/**",
                                "/studio/imports/**",
                                "/studio/export")
                        .hasAnyRole(Editors.roles())
                        .pathMatchers("/studio/**", "/preview/post")
                        .hasAnyRole(WRITERS));
    }
}
