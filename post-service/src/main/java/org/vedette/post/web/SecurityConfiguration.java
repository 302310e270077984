package org.vedette.post.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.security.ResourceServer;

/** Requires a token with the role editor under /api; media are for everybody who writes. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String EDITOR = "editor";

    @Bean
    SecurityWebFilterChain editorsOnly(ServerHttpSecurity http, ProblemHandler problems) {
        return ResourceServer.filterChain(
                http,
                problems,
                paths -> paths.pathMatchers("/api/media/**")
                        .hasAnyRole("author", EDITOR, "admin")
                        .pathMatchers("/api/**")
                        .hasRole(EDITOR));
    }
}
