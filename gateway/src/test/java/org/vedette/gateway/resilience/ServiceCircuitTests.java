package org.vedette.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

class ServiceCircuitTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CircuitBreakers circuits = new CircuitBreakers(
            new ResilienceProperties(
                    Map.of("feed-service", URI.create("http://feed.example")),
                    Duration.ofSeconds(10),
                    10,
                    50,
                    Duration.ofMillis(50),
                    Duration.ofSeconds(5)),
            meters);
    private final ServiceCircuit circuit = circuits.named("feed-service");

    private static Stream<Throwable> failures() {
        return Stream.of(
                new IOException("refused"),
                new TimeoutException(),
                new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT),
                new UnusableResponseException(502));
    }

    private static Stream<Throwable> noFailures() {
        var shortage = new PoolAcquireTimeoutException(Duration.ofSeconds(1));
        return Stream.of(
                shortage,
                new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT, "", shortage),
                new ResponseStatusException(HttpStatus.NOT_FOUND),
                new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE),
                new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresOpenTheCircuit(Throwable failure) {
        repeat(10, call -> call.failed(failure));

        assertThatThrownBy(circuit::begin).isInstanceOf(ServiceUnavailableException.class);
        assertThat(meters.get("vedette.gateway.circuit.open").gauge().value()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("noFailures")
    void whatIsNoFaultOfTheServiceDoesNot(Throwable failure) {
        repeat(100, call -> call.failed(failure));

        assertThat(circuit.isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413, 429, 500, 503})
    void anAnswerDoesNotOpenTheCircuit(int status) {
        repeat(100, call -> call.answered(status));

        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void clientsThatDisconnectDoNotOpenTheCircuit() {
        repeat(100, ServiceCall::withdrawn);

        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void theFirstOutcomeCounts() {
        repeat(100, call -> {
            call.answered(200);
            call.failed(new IOException("cut off"));
        });

        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void threeTrialsCloseItAgain() {
        repeat(10, call -> call.failed(new IOException("refused")));

        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> {
            circuit.begin().succeeded();
            return circuit.isClosed();
        });

        assertThat(circuits.of(URI.create("http://feed.example:80")).isClosed()).isTrue();
    }

    @Test
    void routesOfOneAddressShareACircuit() {
        assertThat(circuits.of(URI.create("http://feed.example:80"))).isSameAs(circuit);
        assertThat(circuits.of(URI.create("http://other.example:80"))).isNotSameAs(circuit);
    }

    private void repeat(int times, Consumer<ServiceCall> outcome) {
        IntStream.range(0, times).forEach(number -> outcome.accept(circuit.begin()));
    }
}
