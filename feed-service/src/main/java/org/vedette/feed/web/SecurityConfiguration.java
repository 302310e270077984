package org.vedette.feed.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.security.ResourceServer;

/** Requires no token on any path. Who sends an editor's token is shown what the public must not see. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain forEverybody(ServerHttpSecurity http, ProblemHandler problems) {
        return ResourceServer.filterChain(http, problems);
    }
}
