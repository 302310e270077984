package org.vedette.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.vedette.starter.problems.ProblemHandler;

/**
 * Requires a token with the role editor for the API, and nothing for the pages.
 *
 * <p>Without sessions and cookies there is no CSRF: the token in a link is the only credential of its POST (RFC 8058
 * §3.2). The gateway adds the security headers.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, ProblemHandler problems) {
        return http.csrf(CsrfSpec::disable)
                .headers(HeaderSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths -> paths.pathMatchers("/api/**")
                        .hasRole("editor")
                        .anyExchange()
                        .permitAll())
                .oauth2ResourceServer(tokens ->
                        tokens.authenticationEntryPoint(problems::handle).jwt(Customizer.withDefaults()))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .build();
    }
}
