package org.vedette.gateway.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.vedette.gateway.tokens.TokenScope;
import reactor.core.publisher.Mono;

/** Lets an authenticated caller pass, and a token only within its scopes. */
final class TokenScopeCheck implements ReactiveAuthorizationManager<AuthorizationContext> {

    /** Attribute of a token's principal. Callers without it are not limited. */
    static final String SCOPES = "scopes";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final PathPattern PUBLICATION =
            PathPatternParser.defaultInstance.parse("/api/posts/{id}/publication/**");

    /** What is changed and what is published there stands in the body, which only the service reads. */
    private static final List<PathPattern> BOTH = Stream.of("/api/posts/bulk/**", "/api/imports/**", "/studio/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        var required = required(context.getExchange().getRequest());
        return authentication
                .filter(Authentication::isAuthenticated)
                .<AuthorizationResult>map(caller -> new AuthorizationDecision(hasScopes(caller, required)))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private static boolean hasScopes(Authentication caller, Set<TokenScope> required) {
        return !(caller.getPrincipal() instanceof OAuth2AuthenticatedPrincipal principal)
                || !(principal.getAttributes().get(SCOPES) instanceof Set<?> scopes)
                || scopes.containsAll(required);
    }

    private static Set<TokenScope> required(ServerHttpRequest request) {
        if (READING.contains(request.getMethod())) {
            return Set.of(TokenScope.READ);
        }
        var path = request.getPath().pathWithinApplication();
        if (BOTH.stream().anyMatch(pattern -> pattern.matches(path))) {
            return Set.of(TokenScope.WRITE, TokenScope.PUBLISH);
        }
        return Set.of(PUBLICATION.matches(path) ? TokenScope.PUBLISH : TokenScope.WRITE);
    }
}
