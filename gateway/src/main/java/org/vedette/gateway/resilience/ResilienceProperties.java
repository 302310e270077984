package org.vedette.gateway.resilience;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the circuit breakers, one for each service.
 *
 * @param services address of each service by its name; routes of the same address share a breaker
 * @param window period whose calls are judged. Default 10 s
 * @param minimumCalls number of calls in the window below which a breaker does not open. Default 20
 * @param failureRate percentage of failed calls at which a breaker opens. Default 50
 * @param openFor how long no call is made after that, before three are made to try the service. Default 2 s
 * @param statusInterval how often each service is asked for its status. Default 5 s
 */
@Validated
@ConfigurationProperties("vedette.gateway.resilience")
public record ResilienceProperties(
        @DefaultValue @NotNull Map<String, URI> services,
        @DefaultValue("10s") @NotNull Duration window,
        @DefaultValue("20") @Positive int minimumCalls,
        @DefaultValue("50") @Positive @Max(100) int failureRate,
        @DefaultValue("2s") @NotNull Duration openFor,
        @DefaultValue("5s") @NotNull Duration statusInterval) {

    public ResilienceProperties {
        services = Map.copyOf(services);
    }

    /** The name of the service with an address, whatever the path; empty when none is listed. */
    Optional<String> nameOf(URI address) {
        return services.entrySet().stream()
                .filter(service -> isSame(service.getValue(), address))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Routes carry the port even where it is the default one of the scheme. */
    private static boolean isSame(URI a, URI b) {
        return a.getHost().equalsIgnoreCase(b.getHost()) && port(a) == port(b);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
