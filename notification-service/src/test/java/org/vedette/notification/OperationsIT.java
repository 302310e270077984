package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.reactive.server.WebTestClient;

class OperationsIT extends RunningService {

    @LocalManagementPort
    private int managementPort;

    private WebTestClient operator;

    @BeforeEach
    void connectToTheManagementPort() {
        operator = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/health"})
    void theServiceIsUp(String path) {
        operator.get().uri(path).exchange().expectStatus().isOk();
    }

    @Test
    void theManagementEndpointsAreNotOnThePublicPort() {
        web.get().uri("/actuator/health").exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/beans"})
    void endpointsWithSecretsAreNotExposed(String path) {
        operator.get().uri(path).exchange().expectStatus().isNotFound();
    }

    @Test
    void subscriptionsAreCounted() {
        subscribe("counted@example.org");

        var metrics = operator.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(metrics)
                .contains(
                        "vedette_notification_subscriptions_total{application=\"notification-service\",step=\"requested\"}");
    }
}
