package org.vedette.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.StubService;
import org.vedette.gateway.resilience.CircuitBreakers;
import org.vedette.gateway.resilience.ResilienceProperties;
import org.vedette.gateway.states.NewestStates;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class StatusPollerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final StubService feed = StubService.named("feed-service");
    private final ResilienceProperties properties = new ResilienceProperties(
            Map.of("feed-service", URI.create(feed.address())),
            Duration.ofSeconds(10),
            20,
            50,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));
    private final CircuitBreakers circuits = new CircuitBreakers(properties, new SimpleMeterRegistry());
    private final NewestStates states = new NewestStates();
    private final StatusPoller poller = new StatusPoller(
            properties,
            circuits,
            new StatusBoard(CLOCK),
            states,
            CLOCK,
            JsonMapper.builder().build());

    @Test
    void aGatewayWhoseConnectionsLeadToOneInstanceLearnsOfTheStateOfAnother() {
        var newest = states.of(circuits.named("feed-service"), NOW);
        assertThat(newest.isCurrent(7, NOW)).isTrue();
        feed.respond(
                "/internal/status",
                (request, response) ->
                        response.header("Vedette-State", "9").sendString(Mono.just("{\"functions\":{}}")));

        poller.poll().block(TIMEOUT);

        assertThat(newest.isCurrent(8, NOW)).isFalse();
        assertThat(newest.isCurrent(9, NOW)).isTrue();
    }
}
