package org.vedette.gateway.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.resilience.CircuitBreakers;
import org.vedette.gateway.resilience.ResilienceProperties;
import reactor.core.publisher.Mono;

/** Instances of a service that answer in turn, some of which lag behind. */
class StateFilterTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T12:00:00Z"));
    private final StateFilter filter =
            new StateFilter(new NewestStates(), circuits(), () -> Objects.requireNonNull(now.get()));

    /** What is answered next. */
    private final Deque<Answer> answers = new ArrayDeque<>();

    /** The states that were required, in order; null where none was. */
    private final List<@Nullable String> required = new ArrayList<>();

    private record Answer(int status, String state) {}

    @Test
    void aReadRequiresTheNewestStateThatAnotherResponseHad() {
        answers.add(new Answer(200, "7"));
        answers.add(new Answer(404, "6"));
        answers.add(new Answer(200, "7"));

        assertThat(List.of(read(), read(), read())).containsExactly(200, 404, 200);

        assertThat(required).containsExactly(null, "7", "7");
    }

    @Test
    void aReadThatAnInstanceRefusesIsAnsweredByAnother() {
        answers.add(new Answer(200, "7"));
        answers.add(new Answer(503, "6"));
        answers.add(new Answer(200, "8"));

        assertThat(List.of(read(), read())).containsExactly(200, 200);

        assertThat(required).containsExactly(null, "7", "7");
    }

    @Test
    void inTheEndAnyAnswerWillDo() {
        answers.add(new Answer(200, "7"));
        for (var attempt = 0; attempt < 6; attempt++) {
            answers.add(new Answer(503, "6"));
        }
        answers.add(new Answer(200, "6"));

        assertThat(List.of(read(), read())).containsExactly(200, 200);

        assertThat(required).containsExactly(null, "7", "7", "7", "7", "7", "7", null);
    }

    @Test
    void whatFailsForAnotherReasonIsNotRepeated() {
        answers.add(new Answer(200, "7"));
        answers.add(new Answer(503, "7"));
        answers.add(new Answer(503, "none"));

        assertThat(List.of(read(), read(), read())).containsExactly(200, 503, 503);
    }

    @Test
    void aWriteRequiresNothingAndIsNotRepeated() {
        answers.add(new Answer(200, "7"));
        answers.add(new Answer(503, "6"));

        assertThat(List.of(read(), ask(MockServerHttpRequest.method(HttpMethod.POST, "/"))))
                .containsExactly(200, 503);

        assertThat(required).containsExactly(null, null);
    }

    @Test
    void aClientRequiresNothing() {
        answers.add(new Answer(200, "7"));
        answers.add(new Answer(200, "7"));
        var request = MockServerHttpRequest.get("/").header("Vedette-State", "999");

        assertThat(List.of(ask(request), ask(request))).containsExactly(200, 200);

        assertThat(required).containsExactly(null, "7");
    }

    @Test
    void aStateThatWasNotSeenForAMinuteIsNotRequired() {
        answers.add(new Answer(200, "7"));
        answers.add(new Answer(200, "1"));
        assertThat(read()).isEqualTo(200);
        now.set(Objects.requireNonNull(now.get()).plusSeconds(61));

        assertThat(read()).isEqualTo(200);

        assertThat(required).containsExactly(null, null);
    }

    private int read() {
        return ask(MockServerHttpRequest.get("/posts/it-sleeps"));
    }

    private int ask(MockServerHttpRequest.BaseBuilder<?> request) {
        var exchange = MockServerWebExchange.from(request);
        var route = Route.async()
                .id("feed-service")
                .uri("http://feed.example:8080")
                .predicate(any -> true)
                .build();
        exchange.getAttributes().put(GATEWAY_ROUTE_ATTR, route);
        filter.filter(exchange, this::answer).block(TIMEOUT);
        MockServerHttpResponse response = exchange.getResponse();
        assertThat(response.getHeaders().getOrEmpty("Vedette-State")).hasSizeLessThan(2);
        return Objects.requireNonNull(response.getStatusCode()).value();
    }

    private Mono<Void> answer(ServerWebExchange exchange) {
        required.add(exchange.getRequest().getHeaders().getFirst("Vedette-State"));
        var answer = answers.remove();
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(answer.status()));
        exchange.getResponse().getHeaders().add("Vedette-State", answer.state());
        return exchange.getResponse().setComplete();
    }

    private static CircuitBreakers circuits() {
        var properties = new ResilienceProperties(
                Map.of("feed-service", URI.create("http://feed.example:8080")),
                Duration.ofSeconds(10),
                20,
                50,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
        return new CircuitBreakers(properties, new SimpleMeterRegistry());
    }
}
