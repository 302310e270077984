package org.vedette.gateway.sessions.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.secrets.Secret;

/**
 * The cookies of sessions. With https their names have the prefix {@code __Host-}, which binds them to this host (RFC
 * 6265bis §4.1.3); without it a cookie is set on the loopback address only.
 */
@Component
public class SessionCookies {

    private static final String SESSION = "vedette";
    private static final String FORM = "vedette-form";
    private static final String HOST_PREFIX = "__Host-";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean secure;
    private final boolean usable;

    SessionCookies(GatewayProperties properties) {
        this.secure = properties.secure();
        this.usable = secure || isLoopback(properties.baseUrl());
    }

    /** Whether a request carries a session cookie, valid or not. Costs next to nothing where there is no cookie. */
    public static boolean isPresent(HttpHeaders headers) {
        var lines = headers.get(HttpHeaders.COOKIE);
        return lines != null && lines.stream().anyMatch(SessionCookies::namesSession);
    }

    /** Whether the base URL allows sessions: with plain http anybody on the way could take them. */
    public boolean isUsable() {
        return usable;
    }

    /** The secret of the session; empty without a cookie. */
    public Optional<Secret> session(ServerHttpRequest request) {
        return secret(request, SESSION);
    }

    /** The secret of a form that is sent before there is a session. */
    public Optional<Secret> form(ServerHttpRequest request) {
        return secret(request, FORM);
    }

    public void setSession(ServerHttpResponse response, Secret secret) {
        response.addCookie(cookie(SESSION, secret.value()).build());
    }

    public void setForm(ServerHttpResponse response, Secret secret) {
        response.addCookie(cookie(FORM, secret.value()).build());
    }

    public void clear(ServerHttpResponse response) {
        response.addCookie(cookie(SESSION, "").maxAge(Duration.ZERO).build());
    }

    public void clearForm(ServerHttpResponse response) {
        response.addCookie(cookie(FORM, "").maxAge(Duration.ZERO).build());
    }

    private Optional<Secret> secret(ServerHttpRequest request, String name) {
        return Optional.ofNullable(request.getCookies().getFirst(nameOf(name)))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= 100)
                .map(Secret::new);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(nameOf(name), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }

    private String nameOf(String name) {
        return secure ? HOST_PREFIX + name : name;
    }

    private static boolean namesSession(String line) {
        for (int at = line.indexOf(SESSION); at >= 0; at = line.indexOf(SESSION, at + 1)) {
            var end = at + SESSION.length();
            if (end < line.length() && line.charAt(end) == '=') {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoopback(URI baseUrl) {
        return baseUrl.getHost() != null && LOOPBACK.contains(baseUrl.getHost());
    }
}
