package org.vedette.gateway.identity;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.fallback.ProblemType;
import org.vedette.gateway.fallback.Refusal;
import org.vedette.gateway.fallback.RefusalWriter;
import reactor.core.publisher.Mono;

/** Answers a request without a token, or with an unknown token, with 401 (RFC 6750 §3). */
@Component
class ApiTokenEntryPoint implements ServerAuthenticationEntryPoint {

    private final RefusalWriter refusals;

    ApiTokenEntryPoint(RefusalWriter refusals) {
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        return refusals.answer(
                exchange, failure instanceof OAuth2AuthenticationException ? unknownToken() : missingToken());
    }

    private static Refusal missingToken() {
        return Refusal.because(
                        ProblemType.UNAUTHENTICATED, "Send an API token in the header `Authorization: Bearer …`.")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Refusal unknownToken() {
        return Refusal.because(
                        ProblemType.UNAUTHENTICATED, "The token is not known here, or no longer. Ask for a new one.")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
