package org.vedette.gateway.identity;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.sessions.CsrfTokens;
import org.vedette.starter.problems.ProblemException;
import reactor.core.publisher.Mono;

/**
 * Refuses a changing request with a session cookie that another site made the browser send. The browser must say that it
 * comes from this site; what is not a form must also carry a token, which no other site can read. A form needs none: its
 * field would be in a body that only the service behind reads.
 */
final class CrossSiteRequestFilter implements WebFilter {

    static final String TOKEN = "X-CSRF-Token";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CsrfTokens tokens;
    private final String origin;

    CrossSiteRequestFilter(CsrfTokens tokens, URI baseUrl) {
        this.tokens = tokens;
        this.origin = origin(baseUrl);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return SAFE.contains(exchange.getRequest().getMethod())
                ? chain.filter(exchange)
                : isForged(exchange.getRequest())
                        .flatMap(forged ->
                                forged ? Mono.error(new ProblemException(Forms.forged())) : chain.filter(exchange));
    }

    private Mono<Boolean> isForged(ServerHttpRequest request) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(SessionAuthentication.class)
                .map(session -> !isFromThisSite(request)
                        || !(isForm(request)
                                || hasToken(request, session.person().secret())))
                .defaultIfEmpty(false);
    }

    /** Browsers say so in {@code Sec-Fetch-Site} (Fetch Metadata); older ones name the origin only (RFC 6454 §7). */
    private boolean isFromThisSite(ServerHttpRequest request) {
        var site = request.getHeaders().getFirst("Sec-Fetch-Site");
        return site == null ? origin.equals(request.getHeaders().getFirst("Origin")) : "same-origin".equals(site);
    }

    private boolean hasToken(ServerHttpRequest request, Secret secret) {
        var token = request.getHeaders().getFirst(TOKEN);
        return token != null && tokens.isValid(token, secret);
    }

    private static boolean isForm(ServerHttpRequest request) {
        var type = contentType(request);
        return type != null
                && (type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)
                        || type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA));
    }

    private static @Nullable MediaType contentType(ServerHttpRequest request) {
        try {
            return request.getHeaders().getContentType();
        } catch (IllegalArgumentException invalid) {
            return null;
        }
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
