package org.vedette.gateway.upstreams;

import java.time.Duration;
import reactor.netty.http.client.HttpClient;

/**
 * A service as one route reaches it.
 *
 * @param client takes paths for addresses
 * @param patience how long the service may take until it begins to answer
 */
record Upstream(HttpClient client, Duration patience) {}
