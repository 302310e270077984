package org.vedette.gateway.forwarding;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.stereotype.Component;
import org.vedette.gateway.resilience.CircuitBreakers;
import reactor.netty.http.client.HttpClient;

/**
 * The HTTP clients of all routes, created once per route. The routes share one connection pool; a route whose metadata
 * sets {@code own-connections} opens a connection for each request, so that event streams cannot exhaust the pool.
 */
@Component
public class UpstreamClients {

    private static final String OWN_CONNECTIONS = "own-connections";

    private final Map<String, UpstreamClient> byRoute = new ConcurrentHashMap<>();
    private final HttpClientProperties properties;
    private final HttpClient pooled;
    private final HttpClient unpooled;
    private final CircuitBreakers circuits;

    UpstreamClients(
            HttpClientProperties properties, HttpClient pooled, DnsCacheCustomizer dnsCache, CircuitBreakers circuits) {
        this.circuits = circuits;
        this.properties = properties;
        this.pooled = pooled;
        this.unpooled = dnsCache.customize(HttpClient.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, properties.getConnectTimeout());
    }

    /** The client of the service of a route. */
    public UpstreamClient of(Route route) {
        return byRoute.computeIfAbsent(
                route.getId(),
                id -> new UpstreamClient(client(route), responseTimeout(route), circuits.of(route.getUri())));
    }

    private HttpClient client(Route route) {
        var ownConnections = Boolean.TRUE.equals(route.getMetadata().get(OWN_CONNECTIONS));
        var client = withAddress(route.getUri(), ownConnections ? unpooled : pooled);
        return "https".equalsIgnoreCase(route.getUri().getScheme()) ? client.secure() : client;
    }

    /** Needs no default port: the framework has added the port of the scheme to the URI of the route. */
    private static HttpClient withAddress(URI service, HttpClient client) {
        return client.host(service.getHost()).port(service.getPort());
    }

    private Duration responseTimeout(Route route) {
        var own = route.getMetadata().get(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR);
        return own instanceof Number milliseconds
                ? Duration.ofMillis(milliseconds.longValue())
                : properties.getResponseTimeout();
    }
}
