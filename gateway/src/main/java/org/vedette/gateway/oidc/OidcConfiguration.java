package org.vedette.gateway.oidc;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.administration.Access;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.secrets.SecretGenerator;

/** Wires the login at the provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcProperties.class)
class OidcConfiguration {

    private static final String UNUSED = "unused";

    @Bean
    OidcLogin oidcLogin(
            OidcProperties properties,
            GatewayProperties gateway,
            Accounts accounts,
            Access access,
            AuditLog audit,
            SecretGenerator secrets,
            Clock clock) {
        var decoders = new ReactiveOidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.from(properties.algorithm()));
        var codes = new OidcAuthorizationCodeReactiveAuthenticationManager(
                new WebClientReactiveAuthorizationCodeTokenResponseClient(), new OidcReactiveOAuth2UserService());
        codes.setJwtDecoderFactory(decoders);
        var client = new OidcClient(
                registration(properties, gateway.baseUrl()), codes, secrets, properties.timeout(), clock);
        return new OidcLogin(
                client,
                new OidcAccounts(accounts, access, audit, properties, clock),
                new LoginStateCodec(properties.clientSecret(), clock),
                audit,
                clock);
    }

    @Bean
    ActiveAccounts activeAccounts(Accounts accounts, OidcProperties properties) {
        return new ActiveAccounts(accounts, properties.areLocalAccountsOn());
    }

    /** Without a provider nothing asks for it, and {@link LocalLoginFilter} answers its pages. */
    private static ClientRegistration registration(OidcProperties properties, URI baseUrl) {
        return ClientRegistration.withRegistrationId("oidc")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientId(properties.isEnabled() ? properties.clientId() : UNUSED)
                .clientSecret(properties.clientSecret())
                .issuerUri(properties.issuer())
                .authorizationUri(text(properties.authorizationUri()))
                .tokenUri(text(properties.tokenUri()))
                .jwkSetUri(text(properties.jwksUri()))
                .redirectUri(baseUrl.resolve(OidcController.PATH + "/callback").toString())
                .userNameAttributeName("sub")
                .scope(properties.scopes())
                .build();
    }

    private static String text(@Nullable URI uri) {
        return Objects.requireNonNullElse(uri, URI.create("https://" + UNUSED + ".invalid"))
                .toString();
    }
}
