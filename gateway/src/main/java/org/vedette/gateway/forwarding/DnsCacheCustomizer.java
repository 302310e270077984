package org.vedette.gateway.forwarding;

import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * Limits how long a resolved address of a service is cached, whatever time to live the name server returns: a container
 * that restarts has another address, and its old address may by then belong to another service.
 */
@Component
class DnsCacheCustomizer implements HttpClientCustomizer {

    private static final Duration MAX_TIME_TO_LIVE = Duration.ofSeconds(2);

    @Override
    public HttpClient customize(HttpClient client) {
        return client.resolver(resolver -> resolver.cacheMaxTimeToLive(MAX_TIME_TO_LIVE));
    }
}
