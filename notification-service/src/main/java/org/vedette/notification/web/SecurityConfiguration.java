package org.vedette.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.security.ResourceServer;

/**
 * Requires the token of an editor for the API and the studio, and nothing for the other pages: the token in a link is the only credential of
 * its POST (RFC 8058 §3.2).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, ProblemHandler problems) {
        return ResourceServer.filterChain(http, problems, "/api/**", "/studio/**");
    }
}
