package org.vedette.gateway.limits;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.vedette.gateway.clients.ClientAddress;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.gateway.identity.RejectedTokens;
import org.vedette.gateway.requests.RequestHeaders;
import org.vedette.gateway.responses.ResponseHeaders;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemWriter;
import reactor.core.publisher.Mono;

/** Counts every request against the limits of its client, before the cache and the framework handle it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LimitHandler implements WebHttpHandlerBuilderCustomizer {

    private static final Logger log = LoggerFactory.getLogger(LimitHandler.class);

    private static final String POLICY = "RateLimit-Policy";
    private static final String STATE = "RateLimit";

    private final Clients clients;
    private final RequestLimits limits;
    private final RequestHeaders requestHeaders;
    private final ResponseHeaders responseHeaders;
    private final ProblemWriter problems;

    LimitHandler(
            Clients clients,
            RequestLimits limits,
            RequestHeaders requestHeaders,
            ResponseHeaders responseHeaders,
            ProblemWriter problems) {
        this.clients = clients;
        this.limits = limits;
        this.requestHeaders = requestHeaders;
        this.responseHeaders = responseHeaders;
        this.problems = problems;
    }

    @Override
    public void customize(WebHttpHandlerBuilder builder) {
        var unused = builder.httpHandlerDecorator(this::decorate);
    }

    private HttpHandler decorate(HttpHandler next) {
        return (request, response) -> {
            var client = clients.identify(request);
            if (!limits.enabled()) {
                return next.handle(request, response);
            }
            var consumption = count(client, request, response);
            if (consumption != null && !consumption.allowed()) {
                return reject(consumption, client, request, response);
            }
            if (consumption != null) {
                response.beforeCommit(() -> Mono.fromRunnable(() -> addFields(consumption, response)));
            }
            return next.handle(request, response);
        };
    }

    private @Nullable Consumption count(ClientAddress client, ServerHttpRequest request, ServerHttpResponse response) {
        if (request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            var failures = limits.tooManyTokenFailures(client);
            if (failures != null) {
                return failures;
            }
            response.beforeCommit(() -> Mono.fromRunnable(() -> countIfTokenFailed(client, request, response)));
        }
        return limits.count(client, RouteGroup.of(request));
    }

    /** A page that is public as well is sent whatever the token is. */
    private void countIfTokenFailed(ClientAddress client, ServerHttpRequest request, ServerHttpResponse response) {
        if (HttpStatus.UNAUTHORIZED.equals(response.getStatusCode()) || RejectedTokens.isIn(request)) {
            limits.countTokenFailure(client);
        }
    }

    private static void addFields(Consumption consumption, ServerHttpResponse response) {
        response.getHeaders().set(POLICY, consumption.policyHeader());
        response.getHeaders().set(STATE, consumption.stateHeader());
    }

    private Mono<Void> reject(
            Consumption consumption, ClientAddress client, ServerHttpRequest request, ServerHttpResponse response) {
        log.debug(
                "{} {} of {} was rejected by the limit {}",
                request.getMethod(),
                request.getPath(),
                client.address(),
                consumption.policy());
        requestHeaders.complete(request);
        response.beforeCommit(() -> Mono.fromRunnable(() -> responseHeaders.complete(request, response)));
        return problems.write(request, response, problem(consumption));
    }

    private static Problem problem(Consumption consumption) {
        var seconds = consumption.retryAfterSeconds();
        return Problem.of(
                        GatewayProblem.TOO_MANY_REQUESTS,
                        "These were too many %s: %s are taken, and %d at once. Wait %d second%s and send the request again."
                                .formatted(
                                        consumption.subject(),
                                        consumption.allowance().inWords(),
                                        consumption.allowance().burst(),
                                        seconds,
                                        seconds == 1 ? "" : "s"))
                .with("limit", consumption.policy())
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .withHeader(POLICY, consumption.policyHeader())
                .withHeader(STATE, consumption.stateHeader());
    }
}
