package org.vedette.starter.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;
import org.springframework.boot.health.registry.DefaultReactiveHealthContributorRegistry;
import org.vedette.starter.status.StatusProperties.Function;
import reactor.core.publisher.Mono;

class StatusServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final DefaultHealthContributorRegistry blocking = new DefaultHealthContributorRegistry();
    private final DefaultReactiveHealthContributorRegistry reactive = new DefaultReactiveHealthContributorRegistry();

    @ParameterizedTest
    @CsvSource({
        "UP, UP, WORKS",
        "DEGRADED, UP, LIMITED",
        "UP, DEGRADED, LIMITED",
        "UP, DOWN, LIMITED",
        "DOWN, UP, UNAVAILABLE",
        "OUT_OF_SERVICE, DOWN, UNAVAILABLE",
    })
    void aFunctionWorksAsWellAsWhatItNeeds(String store, String listeners, FunctionState expected) {
        reactive.registerContributor("store", (ReactiveHealthIndicator)
                () -> Mono.just(Health.status(store).build()));
        blocking.registerContributor(
                "listeners", (HealthIndicator) () -> Health.status(listeners).build());

        assertThat(status(new Function(List.of("store"), List.of("listeners")))).isEqualTo(expected);
    }

    @Test
    void anIndicatorThatFailsIsDown() {
        reactive.registerContributor(
                "store", (ReactiveHealthIndicator) () -> Mono.error(new IllegalArgumentException("no")));

        assertThat(status(new Function(List.of("store"), List.of()))).isEqualTo(FunctionState.UNAVAILABLE);
    }

    @Test
    void anUnknownIndicatorIsAFaultOfTheSettings() {
        assertThatIllegalStateException()
                .isThrownBy(() -> status(new Function(List.of("stroe"), List.of())))
                .withMessageContaining("stroe");
    }

    private FunctionState status(Function function) {
        var service = new StatusService(new StatusProperties(Map.of("alerts", function)), blocking, reactive);
        return Objects.requireNonNull(service.status()
                .blockOptional(TIMEOUT)
                .orElseThrow()
                .functions()
                .get("alerts"));
    }
}
