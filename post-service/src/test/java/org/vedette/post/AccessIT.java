package org.vedette.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class AccessIT extends RunningService {

    @LocalManagementPort
    private int managementPort;

    static String[] badTokens() {
        return new String[] {
            tokens.expiredToken(), tokens.forgedToken(), tokens.tokenForAnotherAudience(), "nonsense", "a.b.c"
        };
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void anInvalidTokenIsRefused(String token) {
        client(token)
                .get()
                .uri("/api/posts")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:unauthenticated");
    }

    @Test
    void aReadersTokenIsForbiddenToWrite() {
        client(tokens.tokenWithRoles("reader"))
                .get()
                .uri("/api/series")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:forbidden");
    }

    @Test
    void anEditorsTokenIsAccepted() {
        client(tokens.tokenWithRoles("editor"))
                .get()
                .uri("/api/series")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void theServiceIsReadyWithItsStore() {
        management("/actuator/health/readiness")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.store.status")
                .isEqualTo("UP");
    }

    @Test
    void theWorkersOfTheOutboxArePartOfLiveness() {
        management("/actuator/health/liveness")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.workers.details['outbox-relay']")
                .isEqualTo("running")
                .jsonPath("$.components.workers.details['outbox-sweep']")
                .isEqualTo("running");
    }

    @Test
    void theOldestPendingEventIsMeasured() {
        var metrics = management("/actuator/prometheus")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();

        assertThat(metrics).asString().contains("vedette_outbox_oldest_seconds");
    }

    @Test
    void nothingElseIsExposedForManagement() {
        management("/actuator/env").expectStatus().isNotFound();
        client(tokens.tokenWithRoles("editor"))
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private WebTestClient.ResponseSpec management(String address) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build()
                .get()
                .uri(address)
                .exchange();
    }
}
