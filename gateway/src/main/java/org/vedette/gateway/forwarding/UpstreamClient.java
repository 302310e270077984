package org.vedette.gateway.forwarding;

import java.time.Duration;
import org.vedette.gateway.resilience.ServiceCircuit;
import reactor.netty.http.client.HttpClient;

/**
 * The HTTP client of one route.
 *
 * @param client resolves a path against the address of the service
 * @param responseTimeout how long the service may take to begin its response
 * @param circuit opens while the service does not answer
 */
public record UpstreamClient(HttpClient client, Duration responseTimeout, ServiceCircuit circuit) {}
