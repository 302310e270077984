package org.vedette.gateway.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.vedette.gateway.secrets.SecretGenerator;
import reactor.core.publisher.Mono;

/** Speaks to the provider: authorization code with PKCE and nonce (OpenID Connect Core §3.1). */
final class OidcClient {

    private final ClientRegistration registration;
    private final String authorizationUri;
    private final String redirectUri;
    private final ReactiveAuthenticationManager codes;
    private final SecretGenerator secrets;
    private final Duration timeout;
    private final InstantSource clock;

    OidcClient(
            ClientRegistration registration,
            ReactiveAuthenticationManager codes,
            SecretGenerator secrets,
            Duration timeout,
            InstantSource clock) {
        this.registration = registration;
        this.authorizationUri =
                Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri());
        this.redirectUri = Objects.requireNonNull(registration.getRedirectUri());
        this.codes = codes;
        this.secrets = secrets;
        this.timeout = timeout;
        this.clock = clock;
    }

    LoginState begin(String next) {
        return new LoginState(
                secrets.next().value(),
                secrets.next().value(),
                secrets.next().value(),
                next,
                clock.instant().plus(LoginState.VALIDITY));
    }

    /** Where the browser signs in. */
    URI address(LoginState state) {
        return URI.create(request(state).getAuthorizationRequestUri());
    }

    /** Exchanges the code for an ID token, and checks it: signature, issuer, audience, time and nonce. */
    Mono<OidcUser> finish(LoginState state, String code) {
        var request = request(state);
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(redirectUri)
                .state(state.state())
                .build();
        var exchange = new OAuth2AuthorizationExchange(request, response);
        return codes.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(registration, exchange))
                .ofType(OAuth2LoginAuthenticationToken.class)
                .map(OAuth2LoginAuthenticationToken::getPrincipal)
                .ofType(OidcUser.class)
                .timeout(timeout);
    }

    private OAuth2AuthorizationRequest request(LoginState state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(authorizationUri)
                .clientId(registration.getClientId())
                .redirectUri(redirectUri)
                .scopes(registration.getScopes())
                .state(state.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        state.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        state.verifier()))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        hash(state.nonce()),
                        PkceParameterNames.CODE_CHALLENGE,
                        hash(state.verifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    private static String hash(String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
