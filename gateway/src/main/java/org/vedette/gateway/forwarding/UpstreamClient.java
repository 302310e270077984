package org.vedette.gateway.forwarding;

import java.time.Duration;
import reactor.netty.http.client.HttpClient;

/**
 * The HTTP client of one route.
 *
 * @param client resolves a path against the address of the service
 * @param responseTimeout how long the service may take to begin its response
 */
public record UpstreamClient(HttpClient client, Duration responseTimeout) {}
