package org.vedette.gateway.identity;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.vedette.gateway.GatewayProperties;
import reactor.core.publisher.Mono;

/** Where tokens and the signing key come from. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IdentityConfiguration.class);

    @Bean
    ReactiveOpaqueTokenIntrospector tokenIntrospector(GatewayProperties properties, Clock clock) {
        var file = properties.tokens();
        if (file == null) {
            log.warn("No API token is accepted: name a file of tokens in VEDETTE_TOKENS.");
            return token -> Mono.error(new BadOpaqueTokenException("There are no tokens"));
        }
        return new TokenIntrospector(new TokenFile(file, properties.tokensRefresh(), clock));
    }

    @Bean
    SigningKey signingKey(GatewayProperties properties) {
        var file = properties.signingKey();
        if (file == null) {
            log.warn("Signing with a fresh key in memory, which no other gateway knows: "
                    + "name a key file in VEDETTE_SIGNING_KEY to run several.");
            return SigningKey.fresh();
        }
        return SigningKeyFile.read(file);
    }

    @Bean
    ServiceTokens serviceTokens(SigningKey key, Clock clock) {
        return new ServiceTokens(key, clock);
    }
}
