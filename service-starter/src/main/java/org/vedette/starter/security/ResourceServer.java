package org.vedette.starter.security;

import java.util.function.Consumer;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.vedette.starter.problems.ProblemHandler;

/**
 * Makes a service an OAuth2 resource server, which validates the gateway's short-lived tokens. The service imports {@code
 * classpath:resource-server.yml} into its settings.
 *
 * <p>Neither sessions nor cookies exist, and a browser never sends a bearer token by itself, so that no request can be
 * forged: CSRF protection is not needed. The gateway adds the security headers.
 */
public final class ResourceServer {

    private ResourceServer() {}

    /**
     * Requires the token of an editor or admin on some paths, and none on all others. A token that is sent is validated on every path.
     *
     * @param editorsOnly patterns of the paths that only editors and admins may use
     */
    public static SecurityWebFilterChain filterChain(
            ServerHttpSecurity http, ProblemHandler problems, String... editorsOnly) {
        return filterChain(http, problems, paths -> requireEditor(paths, editorsOnly));
    }

    /**
     * Requires on some paths what a service says, and nothing on all others. A token that is sent is validated on every path.
     *
     * @param rules what the service requires, by paths
     */
    public static SecurityWebFilterChain filterChain(
            ServerHttpSecurity http, ProblemHandler problems, Consumer<AuthorizeExchangeSpec> rules) {
        return http.csrf(CsrfSpec::disable)
                .headers(ResourceServer::noStoreOnly)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths -> {
                    rules.accept(paths);
                    paths.anyExchange().permitAll();
                })
                .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(problems::handle)
                        .accessDeniedHandler(problems::handle))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .build();
    }

    private static void requireEditor(AuthorizeExchangeSpec paths, String... editorsOnly) {
        for (var pattern : editorsOnly) {
            paths.pathMatchers(pattern).hasAnyRole(Editors.roles());
        }
    }

    /** Leaves {@code Cache-Control: no-store} to responses that do not say how they may be cached. */
    private static void noStoreOnly(HeaderSpec headers) {
        headers.contentTypeOptions(HeaderSpec.ContentTypeOptionsSpec::disable)
                .frameOptions(HeaderSpec.FrameOptionsSpec::disable)
                .hsts(HeaderSpec.HstsSpec::disable)
                .xssProtection(HeaderSpec.XssProtectionSpec::disable);
    }
}
