package org.vedette.gateway.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** The circuit breaker of one service. */
public class ServiceCircuit {

    private static final String SERVICE_TAG = "service";

    private final CircuitBreaker breaker;
    private final Counter rejected;
    private final Counter retries;

    ServiceCircuit(CircuitBreaker breaker, MeterRegistry meters) {
        this.breaker = breaker;
        Gauge.builder("vedette.gateway.circuit.open", this, circuit -> circuit.isClosed() ? 0 : 1)
                .description("1 while calls to the service are held back")
                .tag(SERVICE_TAG, breaker.getName())
                .register(meters);
        this.rejected = meters.counter("vedette.gateway.circuit.rejected", SERVICE_TAG, breaker.getName());
        this.retries = meters.counter("vedette.gateway.retries", SERVICE_TAG, breaker.getName());
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    String service() {
        return breaker.getName();
    }

    /** Whether calls are made as usual. */
    public boolean isClosed() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    String state() {
        return breaker.getState().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Makes a call whose result says whether the service answered; fails at once while the circuit is open. */
    public <T> Mono<T> protect(Mono<T> call) {
        return Mono.defer(() -> {
            var permitted = begin();
            return call.doOnSuccess(response -> permitted.succeeded())
                    .doOnError(permitted::failed)
                    .doOnCancel(permitted::withdrawn);
        });
    }

    /**
     * Begins a call.
     *
     * @throws ServiceUnavailableException while the circuit is open
     */
    ServiceCall begin() {
        if (!breaker.tryAcquirePermission()) {
            rejected.increment();
            throw new ServiceUnavailableException();
        }
        return new ServiceCall(breaker);
    }

    void recordRetry() {
        retries.increment();
    }
}
