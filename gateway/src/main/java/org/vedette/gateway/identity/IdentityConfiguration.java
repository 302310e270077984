package org.vedette.gateway.identity;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.tokens.PersonalTokenService;

/** Creates the token introspector. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IdentityConfiguration.class);

    @Bean
    ReactiveOpaqueTokenIntrospector tokenIntrospector(
            GatewayProperties properties, PersonalTokenService personalTokens, Clock clock) {
        var path = properties.tokens();
        if (path == null) {
            log.info("Only tokens of the account pages are accepted: VEDETTE_TOKENS names no file of tokens.");
            return new ApiTokenIntrospector(null, personalTokens);
        }
        return new ApiTokenIntrospector(new ApiTokenFile(path, properties.tokensRefresh(), clock), personalTokens);
    }
}
