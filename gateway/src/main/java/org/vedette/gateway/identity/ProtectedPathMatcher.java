package org.vedette.gateway.identity;

import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Matches the paths that need a token: the API, except for the public content API. */
class ProtectedPathMatcher implements ServerWebExchangeMatcher {

    // Parsed as the routes are, so that an encoded letter cannot bypass the check.
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");
    private static final PathPattern PUBLIC_API = PathPatternParser.defaultInstance.parse("/api/feed/**");

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        return API.matches(path) && !PUBLIC_API.matches(path) ? MatchResult.match() : MatchResult.notMatch();
    }
}
