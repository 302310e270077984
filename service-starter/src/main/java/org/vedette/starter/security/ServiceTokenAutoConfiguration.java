package org.vedette.starter.security;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Configures the decoder of the gateway's tokens in a service that names the gateway's keys, before Spring Boot does. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder")
@ConditionalOnProperty(ServiceTokenAutoConfiguration.KEYS)
class ServiceTokenAutoConfiguration {

    static final String KEYS = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri";

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder serviceTokenDecoder(Environment environment) {
        var verifier = NimbusReactiveJwtDecoder.withJwkSetUri(environment.getRequiredProperty(KEYS))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        return new ServiceTokenDecoder(verifier, Clock.systemUTC());
    }
}
