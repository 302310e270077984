package org.vedette.gateway.oidc;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;

/**
 * What a browser keeps for the provider: the login that is under way, and afterwards the ID token, by which the provider knows
 * who signs out.
 */
@Component
class OidcCookies {

    /** Stands for an ID token that no browser would keep (RFC 6265 §6.1). */
    static final String TOO_LONG = "-";

    private static final String STATE = "vedette-oidc";
    private static final String ID_TOKEN = "vedette-id-token";
    private static final String LOGOUT = "/logout";
    private static final int MAX_LENGTH = 3_800;

    private final boolean secure;

    OidcCookies(GatewayProperties properties) {
        this.secure = properties.secure();
    }

    Optional<String> state(ServerHttpRequest request) {
        return value(request, stateName());
    }

    void setState(ServerHttpResponse response, String state) {
        response.addCookie(state(state, LoginState.VALIDITY));
    }

    void clearState(ServerHttpResponse response) {
        response.addCookie(state("", Duration.ZERO));
    }

    /** The ID token, or {@link #TOO_LONG}; empty for a person who has signed in with a local account. */
    Optional<String> idToken(ServerHttpRequest request) {
        return value(request, idTokenName());
    }

    /** For as long as the cookie of the session. */
    void setIdToken(ServerHttpResponse response, String token) {
        var kept = token.length() <= MAX_LENGTH ? token : TOO_LONG;
        response.addCookie(cookie(idTokenName(), kept).path(LOGOUT).build());
    }

    void clearIdToken(ServerHttpResponse response) {
        response.addCookie(
                cookie(idTokenName(), "").path(LOGOUT).maxAge(Duration.ZERO).build());
    }

    private ResponseCookie state(String value, Duration maxAge) {
        return cookie(stateName(), value).path("/").maxAge(maxAge).build();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value).httpOnly(true).secure(secure).sameSite("Lax");
    }

    private static Optional<String> value(ServerHttpRequest request, String name) {
        return Optional.ofNullable(request.getCookies().getFirst(name))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_LENGTH);
    }

    private String stateName() {
        return secure ? "__Host-" + STATE : STATE;
    }

    /** A cookie that is sent to one path only cannot have the stricter prefix. */
    private String idTokenName() {
        return secure ? "__Secure-" + ID_TOKEN : ID_TOKEN;
    }
}
