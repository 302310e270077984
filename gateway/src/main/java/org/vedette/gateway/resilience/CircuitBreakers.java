package org.vedette.gateway.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The circuit breakers of the services. A breaker opens when most calls of the last seconds failed: then calls fail at once,
 * instead of waiting for a timeout each, until one of a few trial calls succeeds.
 */
@Component
@EnableConfigurationProperties(ResilienceProperties.class)
public class CircuitBreakers {

    private static final Logger log = LoggerFactory.getLogger(CircuitBreakers.class);

    private static final int TRIAL_CALLS = 3;

    /** Trial calls that never end must not keep a breaker half-open. */
    private static final Duration MAX_TRIAL = Duration.ofSeconds(10);

    /** A slow response is judged by the timeout of its route alone. */
    private static final Duration NEVER_SLOW = Duration.ofDays(1);

    private final Map<String, ServiceCircuit> byName = new ConcurrentHashMap<>();
    private final Map<URI, ServiceCircuit> byAddress = new ConcurrentHashMap<>();
    private final ResilienceProperties properties;
    private final CircuitBreakerConfig config;
    private final MeterRegistry meters;

    public CircuitBreakers(ResilienceProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.config = config(properties);
        this.meters = meters;
        properties.services().keySet().forEach(name -> byName.put(name, create(name)));
    }

    /** The circuit of the service at an address. */
    public ServiceCircuit of(URI address) {
        return byAddress.computeIfAbsent(address, this::find);
    }

    /** The circuit of a service by its name. */
    public ServiceCircuit named(String service) {
        return byName.computeIfAbsent(service, this::create);
    }

    Collection<ServiceCircuit> all() {
        return byName.values();
    }

    private ServiceCircuit find(URI address) {
        return named(properties.nameOf(address).orElseGet(address::getAuthority));
    }

    private ServiceCircuit create(String name) {
        var breaker = CircuitBreaker.of(name, config);
        breaker.getEventPublisher()
                .onStateTransition(event -> log.info(
                        "Circuit of {}: {}", name, event.getStateTransition().getToState()));
        return new ServiceCircuit(breaker, meters);
    }

    private static CircuitBreakerConfig config(ResilienceProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        Math.max(1, (int) properties.window().toSeconds()),
                        properties.minimumCalls(),
                        SlidingWindowType.TIME_BASED,
                        SlidingWindowSynchronizationStrategy.SYNCHRONIZED)
                .failureRateThreshold(properties.failureRate())
                .slowCallDurationThreshold(NEVER_SLOW)
                .waitDurationInOpenState(properties.openFor())
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .maxWaitDurationInHalfOpenState(MAX_TRIAL)
                .build();
    }
}
