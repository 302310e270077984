package org.vedette.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.security.Editors;
import org.vedette.starter.security.ResourceServer;

/**
 * Requires the token of an editor for the API and the studio, and nothing for the other pages: the token in a link is the only credential of
 * its POST (RFC 8058 §3.2).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] WEBHOOKS = {"/api/webhooks/**", "/studio/webhooks/**"};

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, ProblemHandler problems) {
        return ResourceServer.filterChain(http, problems, SecurityConfiguration::rules);
    }

    /** Where webhooks send to is the choice of admins; editors see it. */
    private static void rules(AuthorizeExchangeSpec paths) {
        paths.pathMatchers("/studio/webhooks/new", "/studio/webhooks/*/edit").hasRole("admin");
        paths.pathMatchers(HttpMethod.GET, WEBHOOKS).hasAnyRole(Editors.roles());
        paths.pathMatchers(HttpMethod.HEAD, WEBHOOKS).hasAnyRole(Editors.roles());
        paths.pathMatchers(WEBHOOKS).hasRole("admin");
        paths.pathMatchers("/api/**", "/studio/**").hasAnyRole(Editors.roles());
    }
}
