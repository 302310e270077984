package org.vedette.gateway.servicetokens;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.gateway.GatewayProperties;

/** Creates the issuer of service tokens with the configured keys. */
@Configuration(proxyBeanMethods = false)
class ServiceTokenConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ServiceTokenConfiguration.class);

    @Bean
    SigningKeys signingKeys(GatewayProperties properties) {
        var path = properties.signingKey();
        if (path == null) {
            log.warn(
                    "Signing service tokens with a key generated in memory, which other gateway instances do not have. "
                            + "Set VEDETTE_SIGNING_KEY to a key file to run several instances.");
            return new SigningKeys(List.of(SigningKey.generate()));
        }
        return SigningKeyFile.read(path);
    }

    @Bean
    ServiceTokenIssuer serviceTokenIssuer(SigningKeys keys, Clock clock) {
        return new ServiceTokenIssuer(keys, clock);
    }
}
