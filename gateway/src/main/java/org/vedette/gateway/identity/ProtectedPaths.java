package org.vedette.gateway.identity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.vedette.gateway.sessions.web.SessionCookies;
import reactor.core.publisher.Mono;

/** Which paths need an identity, and which know one. */
final class ProtectedPaths {

    // Parsed as the routes are, so that an encoded letter cannot bypass the check.
    private static final List<PathPattern> API = patterns("/api/**");
    private static final List<PathPattern> PUBLIC_API = patterns("/api/feed/**");
    private static final List<PathPattern> STUDIO = patterns("/studio/**");
    private static final List<PathPattern> ACCOUNT = patterns("/account/**");
    private static final List<PathPattern> ADMINISTRATION = patterns("/admin/**");
    private static final List<PathPattern> KNOWING_PEOPLE = patterns("/posts/**", "/media/**", "/preview/**");

    private ProtectedPaths() {}

    /** The API, except for the public content API: it needs a token or a session. */
    static Mono<MatchResult> api(ServerWebExchange exchange) {
        return match(isIn(API, exchange) && !isIn(PUBLIC_API, exchange));
    }

    /** The pages of editors: they need a session, and scripts may use a token. */
    static Mono<MatchResult> studio(ServerWebExchange exchange) {
        return match(isIn(STUDIO, exchange));
    }

    /** The pages of an account: they need a session. */
    static Mono<MatchResult> account(ServerWebExchange exchange) {
        return match(isIn(ACCOUNT, exchange));
    }

    /** The pages of admins: they need the session of one. */
    static Mono<MatchResult> administration(ServerWebExchange exchange) {
        return match(isIn(ADMINISTRATION, exchange));
    }

    /** Public pages on which editors see more. All requests without credentials pass without the cost of authentication. */
    static Mono<MatchResult> pagesWithCredentials(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        return match((headers.containsHeader(HttpHeaders.AUTHORIZATION) || SessionCookies.isPresent(headers))
                && isIn(KNOWING_PEOPLE, exchange));
    }

    private static boolean isIn(List<PathPattern> patterns, ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static Mono<MatchResult> match(boolean matches) {
        return matches ? MatchResult.match() : MatchResult.notMatch();
    }

    private static List<PathPattern> patterns(String... patterns) {
        return Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList();
    }
}
