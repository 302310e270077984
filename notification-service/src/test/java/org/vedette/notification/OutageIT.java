package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** The service without a store. */
class OutageIT {

    private static ConfigurableApplicationContext service = new GenericApplicationContext();

    @BeforeAll
    static void startWithoutAStore() {
        service = new SpringApplicationBuilder(NotificationServiceApplication.class, ReplicaIT.OwnThreads.class)
                .properties("spring.config.name=notification-service")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.jmx.enabled=false",
                        "--VEDETTE_LINK_KEY=a key for tests that is long enough",
                        "--VEDETTE_KAFKA=" + Infrastructure.kafka(),
                        "--VEDETTE_MONGODB=mongodb://127.0.0.1:1",
                        // Half of the default: the page below has half of the time, too.
                        "--vedette.mongodb.server-selection-timeout=1500ms",
                        "--vedette.mongodb.start-timeout=100ms");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theServiceStartsButIsNotReady() {
        health("liveness").isOk();
        health("readiness").isEqualTo(503);
    }

    @Test
    void peopleGetAPageBeforeTheGatewayTimesOut() {
        var start = System.nanoTime();

        var answer = subscribing(MediaType.TEXT_HTML)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer).contains("try again in a few seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofSeconds(8).dividedBy(2));
    }

    @Test
    void machinesGetAProblem() {
        subscribing(MediaType.APPLICATION_JSON)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:upstream-unavailable");
    }

    private static WebTestClient.ResponseSpec subscribing(MediaType accepted) {
        return client("local.server.port")
                .post()
                .uri("/subscribe")
                .accept(accepted)
                .body(BodyInserters.fromFormData("address", "ada@example.org"))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER);
    }

    private static StatusAssertions health(String group) {
        return client("local.management.port")
                .get()
                .uri("/actuator/health/" + group)
                .exchange()
                .expectStatus();
    }

    private static WebTestClient client(String port) {
        return WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(20))
                .baseUrl("http://localhost:" + service.getEnvironment().getRequiredProperty(port))
                .build();
    }
}
