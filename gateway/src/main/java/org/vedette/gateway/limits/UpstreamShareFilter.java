package org.vedette.gateway.limits;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.clients.ClientAddress;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Gives each client a share of the connections to the services, so that none holds all of them, whether it sends many
 * requests or does not read the responses. A request beyond the share waits for a moment.
 */
@Component
@Order(-5)
class UpstreamShareFilter implements GlobalFilter {

    /** The metadata of a route whose requests have connections of their own. */
    private static final String OWN_CONNECTIONS = "own-connections";

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final UpstreamShares shares;
    private final Counter rejected;
    private final long attempts;
    private final String retryAfterSeconds;

    UpstreamShareFilter(UpstreamShares shares, LimitsProperties properties, MeterRegistry meters) {
        this.shares = shares;
        this.rejected = Counter.builder("vedette.gateway.limits.upstream.rejected")
                .description("Requests of clients whose share of the connections to the services was in use")
                .register(meters);
        this.attempts = properties.upstreamWait().toMillis() / PAUSE.toMillis();
        this.retryAfterSeconds =
                String.valueOf(Math.max(1, properties.upstreamWait().toSeconds()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        if (Boolean.TRUE.equals(route.getMetadata().get(OWN_CONNECTIONS))) {
            return chain.filter(exchange);
        }
        var client = Clients.of(exchange.getRequest());
        return Mono.using(() -> acquire(client), unused -> chain.filter(exchange), unused -> shares.release(client))
                .retryWhen(Retry.fixedDelay(attempts, PAUSE).filter(ShareInUseException.class::isInstance))
                .onErrorMap(Exceptions::isRetryExhausted, exhausted -> tooMany());
    }

    private ClientAddress acquire(ClientAddress client) {
        if (!shares.tryAcquire(client)) {
            throw new ShareInUseException();
        }
        return client;
    }

    private ProblemException tooMany() {
        rejected.increment();
        return new ProblemException(Problem.of(
                        GatewayProblem.TOO_MANY_REQUESTS,
                        "Many requests from your address are still being answered. Read the answers, or wait until they have come, and send the request again.")
                .with("limit", "upstream-requests")
                .withHeader(HttpHeaders.RETRY_AFTER, retryAfterSeconds));
    }

    /** No stack trace: it is thrown for each attempt. */
    private static final class ShareInUseException extends RuntimeException {

        ShareInUseException() {
            super("The client's share is in use", null, false, false);
        }
    }
}
