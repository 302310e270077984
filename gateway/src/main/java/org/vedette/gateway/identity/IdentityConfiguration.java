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

/** Creates the token introspector and the issuer of service tokens from the configured files. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IdentityConfiguration.class);

    @Bean
    ReactiveOpaqueTokenIntrospector tokenIntrospector(GatewayProperties properties, Clock clock) {
        var file = properties.tokens();
        if (file == null) {
            log.warn("No API token is accepted: VEDETTE_TOKENS names no file of tokens.");
            return token -> Mono.error(new BadOpaqueTokenException("No file of tokens is configured"));
        }
        return new ApiTokenIntrospector(new ApiTokenFile(file, properties.tokensRefresh(), clock));
    }
}
