package org.vedette.gateway.status;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vedette.gateway.resilience.CircuitBreakers;
import org.vedette.gateway.resilience.ResilienceProperties;
import org.vedette.gateway.states.NewestStates;
import org.vedette.starter.http.ServedState;
import org.vedette.starter.status.FunctionState;
import org.vedette.starter.status.ServiceStatus;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services every few seconds for their status, and learns how new their states are. */
@Component
class StatusPoller implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StatusPoller.class);

    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final Duration MAX_TIME_TO_LIVE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final AtomicReference<Disposable> running = new AtomicReference<>(Disposables.disposed());
    private final Map<String, URI> services;
    private final Duration interval;
    private final CircuitBreakers circuits;
    private final StatusBoard board;
    private final NewestStates states;
    private final InstantSource clock;
    private final JsonMapper json;
    private final HttpClient client;

    StatusPoller(
            ResilienceProperties properties,
            CircuitBreakers circuits,
            StatusBoard board,
            NewestStates states,
            InstantSource clock,
            JsonMapper json) {
        this.services = properties.services();
        this.interval = properties.statusInterval();
        this.circuits = circuits;
        this.board = board;
        this.states = states;
        this.clock = clock;
        this.json = json;
        // Connections of its own, since a pool without a free connection says nothing about the services.
        this.client = HttpClient.newConnection()
                .resolver(resolver -> resolver.cacheMaxTimeToLive(MAX_TIME_TO_LIVE))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TIMEOUT.toMillis());
    }

    @Override
    public void start() {
        running.set(Flux.interval(Duration.ZERO, interval)
                .onBackpressureDrop()
                .concatMap(tick -> poll(), 1)
                .subscribe(
                        done -> {},
                        failure -> log.error("The status of the services is not asked for any more", failure)));
    }

    @Override
    public void stop() {
        var poller = running.get();
        if (poller != null) {
            poller.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        var poller = running.get();
        return poller != null && !poller.isDisposed();
    }

    /** Asks each service once. */
    Mono<Void> poll() {
        return Flux.fromIterable(services.entrySet())
                .flatMap(service -> functions(service.getKey(), service.getValue())
                        .doOnNext(functions -> record(service.getKey(), functions)))
                .then();
    }

    /** A service that answers this, and hardly anything else, does not work either. */
    private void record(String service, Map<String, FunctionState> functions) {
        board.record(service, circuits.named(service).isClosed() ? functions : Map.of());
    }

    private Mono<Map<String, FunctionState>> functions(String name, URI service) {
        return client.get()
                .uri(service.resolve(ServiceStatus.ADDRESS).toString())
                .responseSingle((response, body) -> {
                    recordState(name, response.responseHeaders().get(ServedState.HEADER));
                    return response.status().code() == OK ? body.asByteArray() : Mono.empty();
                })
                .map(this::functions)
                .timeout(TIMEOUT)
                .onErrorResume(failure -> {
                    log.debug("No status from {}: {}", service, failure.toString());
                    return Mono.just(Map.of());
                })
                .defaultIfEmpty(Map.of());
    }

    /** Each poll has a connection of its own, so that another instance answers than the one that the pool leads to. */
    private void recordState(String service, @Nullable String state) {
        var now = clock.instant();
        states.of(circuits.named(service), now).record(ServedState.parse(state), now);
    }

    /** Throws nothing, because a failure after the end of the polling has nobody to go to. */
    private Map<String, FunctionState> functions(byte[] status) {
        try {
            return json.readValue(status, ServiceStatus.class).functions();
        } catch (JacksonException e) {
            log.debug("A status cannot be read", e);
            return Map.of();
        }
    }
}
