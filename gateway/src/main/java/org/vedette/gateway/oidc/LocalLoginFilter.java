package org.vedette.gateway.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** Switches the pages of local passwords off while people sign in at the provider, and the pages of the provider otherwise. */
@Component
class LocalLoginFilter implements WebFilter {

    // Parsed as the paths of controllers are, so that an encoded letter cannot bypass the check.
    private static final List<PathPattern> LOGIN = patterns("/login");
    private static final List<PathPattern> PROVIDER = patterns(OidcController.PATH + "/**");

    /** Everything that has to do with a password, except for the login itself. */
    private static final List<PathPattern> PASSWORDS = patterns(
            "/login/code",
            "/login/password",
            "/login/forgotten",
            "/account/password",
            "/account/second-factor/**",
            "/admin/people/invitation",
            "/admin/people/*/invitation",
            "/admin/people/*/password",
            "/admin/people/*/second-factor");

    private final boolean provider;
    private final boolean local;

    LocalLoginFilter(OidcProperties properties) {
        this.provider = properties.isEnabled();
        this.local = properties.areLocalAccountsOn();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        if (!local && isAny(LOGIN, path)) {
            return toProvider(exchange);
        }
        if (!local && isAny(PASSWORDS, path)) {
            return notFound("People sign in at the identity provider, which has their passwords. Sign in at /login.");
        }
        return !provider && isAny(PROVIDER, path) ? notFound("Sign in at /login.") : chain.filter(exchange);
    }

    private static Mono<Void> toProvider(ServerWebExchange exchange) {
        var next = Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst("next"))
                .orElse("");
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(
                        URI.create(OidcController.PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
        response.getHeaders().setCacheControl("no-store");
        return response.setComplete();
    }

    private static Mono<Void> notFound(String detail) {
        return Mono.error(new ProblemException(Problem.of(StandardProblem.NOT_FOUND, detail)));
    }

    private static boolean isAny(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> patterns(String... patterns) {
        return Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList();
    }
}
