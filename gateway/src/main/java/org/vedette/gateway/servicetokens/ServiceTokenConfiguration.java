package org.vedette.gateway.servicetokens;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.gateway.GatewayProperties;
import org.vedette.starter.workers.BackgroundWorker;

/** Creates the issuer of service tokens with the configured keys, which are read again when their files change. */
@Configuration(proxyBeanMethods = false)
class ServiceTokenConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ServiceTokenConfiguration.class);
    private static final Duration RELOAD_INTERVAL = Duration.ofSeconds(5);

    /** What the files of the keys contained at the start. */
    record SigningKeySource(@Nullable Path path, String text) {}

    @Bean
    SigningKeySource signingKeySource(GatewayProperties properties) {
        var path = properties.signingKey();
        return new SigningKeySource(path, path == null ? "" : SigningKeyFile.text(path));
    }

    @Bean
    SigningKeys signingKeys(SigningKeySource source, GatewayProperties properties, Clock clock) {
        return new SigningKeys(keys(source), properties.signingKeyDelay(), clock);
    }

    @Bean
    BackgroundWorker signingKeyReload(SigningKeySource source, SigningKeys keys) {
        var path = source.path();
        if (path == null) {
            return BackgroundWorker.untilItSucceeds("signing-key-reload", () -> {});
        }
        var reload = new SigningKeyReload(path, keys, source.text());
        return BackgroundWorker.every(RELOAD_INTERVAL, "signing-key-reload", reload::run);
    }

    @Bean
    ServiceTokenIssuer serviceTokenIssuer(SigningKeys keys, Clock clock) {
        return new ServiceTokenIssuer(keys, clock);
    }

    private static List<SigningKey> keys(SigningKeySource source) {
        var path = source.path();
        if (path == null) {
            log.warn(
                    "Signing service tokens with a key generated in memory, which other gateway instances do not have. "
                            + "Set VEDETTE_SIGNING_KEY to a key file to run several instances.");
            return List.of(SigningKey.generate());
        }
        return SigningKeyFile.keys(path, source.text());
    }
}
