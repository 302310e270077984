package org.vedette.gateway.upstreams;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * The services, prepared once for each route. The routes share a pool of connections; one with {@code own-connections}
 * among its metadata opens a connection for each request, so that answers without an end cannot use up the pool.
 */
@Component
class Upstreams {

    private static final String OWN_CONNECTIONS = "own-connections";

    private final Map<String, Upstream> byRoute = new ConcurrentHashMap<>();
    private final HttpClientProperties properties;
    private final HttpClient pooled;
    private final HttpClient unpooled;

    Upstreams(HttpClientProperties properties, HttpClient pooled, UpstreamAddresses addresses) {
        this.properties = properties;
        this.pooled = pooled;
        this.unpooled = addresses
                .customize(HttpClient.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, properties.getConnectTimeout());
    }

    Upstream of(Route route) {
        return byRoute.computeIfAbsent(route.getId(), id -> new Upstream(client(route), patience(route)));
    }

    private HttpClient client(Route route) {
        var ownConnections = Boolean.TRUE.equals(route.getMetadata().get(OWN_CONNECTIONS));
        var client = address(route.getUri(), ownConnections ? unpooled : pooled);
        return "https".equalsIgnoreCase(route.getUri().getScheme()) ? client.secure() : client;
    }

    /** The framework has completed the address of a route with the port of its scheme. */
    private static HttpClient address(URI service, HttpClient client) {
        return client.host(service.getHost()).port(service.getPort());
    }

    private Duration patience(Route route) {
        var own = route.getMetadata().get(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR);
        return own instanceof Number milliseconds
                ? Duration.ofMillis(milliseconds.longValue())
                : properties.getResponseTimeout();
    }
}
