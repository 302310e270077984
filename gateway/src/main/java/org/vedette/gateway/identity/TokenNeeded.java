package org.vedette.gateway.identity;

import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Which addresses need a token: the API, except for what everybody may read. */
class TokenNeeded implements ServerWebExchangeMatcher {

    // As routes are, so that an encoded letter leads to no other answer here than there.
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");
    private static final PathPattern FOR_EVERYBODY = PathPatternParser.defaultInstance.parse("/api/feed/**");

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        return API.matches(path) && !FOR_EVERYBODY.matches(path) ? MatchResult.match() : MatchResult.notMatch();
    }
}
