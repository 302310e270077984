package org.vedette.gateway.limits;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.StringUtils;

/** Requests that share a limit. */
enum RouteGroup {
    READING("reading", "requests"),
    SEARCH("search", "searches"),
    SIGN_UP("sign-up", "subscriptions"),
    LOGIN("login", "attempts to log in"),
    /** Not the group of any address: tokens are counted besides. */
    TOKEN_FAILURES("token-failures", "invalid tokens"),
    WRITE("write", "changes");

    private final String tag;
    private final String subject;

    RouteGroup(String tag, String subject) {
        this.tag = tag;
        this.subject = subject;
    }

    /** The group of a request, by its path as routes see it. */
    static RouteGroup of(ServerHttpRequest request) {
        return of(request.getMethod(), decode(request.getURI().getRawPath()));
    }

    /** The group of a read of such a path. */
    static RouteGroup ofRead(String rawPath) {
        return of(HttpMethod.GET, decode(rawPath));
    }

    private static RouteGroup of(HttpMethod method, String path) {
        if (path.equals("/login/oidc/callback")) {
            return LOGIN;
        }
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method) || HttpMethod.OPTIONS.equals(method)) {
            return path.equals("/search") || path.equals("/api/feed/search") ? SEARCH : READING;
        }
        if (path.equals("/subscribe")) {
            return SIGN_UP;
        }
        if (path.equals("/login")
                || path.startsWith("/login/")
                || path.equals("/account")
                || path.startsWith("/account/")) {
            return LOGIN;
        }
        return path.startsWith("/api/") ? WRITE : READING;
    }

    /** So that an encoded letter does not lead to another group. */
    private static String decode(String path) {
        try {
            return path.indexOf('%') < 0 ? path : StringUtils.uriDecode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    /** Its name in metrics, header fields and settings. */
    String tag() {
        return tag;
    }

    /** What is counted, in words. */
    String subject() {
        return subject;
    }

    /** Readers get no header fields with every page: what they ask for is far below the limit. */
    boolean hasFields() {
        return this != READING;
    }
}
