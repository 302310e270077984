package org.vedette.gateway.upstreams;

import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * Looks the services up anew every few seconds, however long the name server says an answer is good: a container that
 * starts again has another address, and its old one may by then be another service's.
 */
@Component
class UpstreamAddresses implements HttpClientCustomizer {

    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    @Override
    public HttpClient customize(HttpClient client) {
        return client.resolver(names -> names.cacheMaxTimeToLive(GOOD_FOR));
    }
}
