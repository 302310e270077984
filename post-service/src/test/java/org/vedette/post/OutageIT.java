package org.vedette.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.embedded.FreePorts;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.testsupport.identity.TestTokenIssuer;
import org.vedette.testsupport.infrastructure.Infrastructure;

class OutageIT {

    private static final String UNREACHABLE = "127.0.0.1:1";

    private static final TestTokenIssuer tokens = new TestTokenIssuer();

    private ConfigurableApplicationContext service = new GenericApplicationContext();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anEventIsSentWhenTheBrokerIsBackAndTheEditorDoesNotWait(@TempDir Path data) {
        var port = FreePorts.any();
        start(Map.of("VEDETTE_KAFKA", "127.0.0.1:" + port));
        var id = draft();

        var asked = System.nanoTime();
        editor().post()
                .uri("/api/posts/{id}/publication", id)
                .exchange()
                .expectStatus()
                .isOk();
        var answered = Duration.ofNanos(System.nanoTime() - asked);

        assertThat(answered).isLessThan(Duration.ofSeconds(2));
        management("/actuator/health/readiness").expectStatus().isOk();
        try (var broker = EmbeddedBroker.start(data, port);
                var topic = PostTopic.fromTheBeginning(broker.bootstrapServers())) {
            assertThat(topic.next(id).headers().lastHeader("ce_type").value())
                    .asString()
                    .isEqualTo("org.vedette.post.published.v1");
            service.close();
        }
    }

    @Test
    void withoutTheStoreTheServiceStartsButIsNotReady() {
        start(Map.of(
                "VEDETTE_MONGODB", "mongodb://" + UNREACHABLE,
                "vedette.mongodb.server-selection-timeout", "1s",
                "vedette.mongodb.start-timeout", "100ms"));

        management("/actuator/health/readiness").expectStatus().isEqualTo(503);
        management("/actuator/health/liveness").expectStatus().isOk();
        editor().post()
                .uri("/api/posts")
                .bodyValue(Map.of("title", "T"))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:upstream-unavailable");
    }

    @Test
    void anUnavailableKeySetIsNotTheClientsFault() {
        start(Map.of("VEDETTE_JWKS", "http://" + UNREACHABLE + "/jwks.json"));

        editor().get()
                .uri("/api/posts")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:upstream-unavailable");
    }

    private void start(Map<String, String> outage) {
        var settings = new HashMap<String, Object>(Map.of(
                "spring.config.name", "post-service",
                "server.port", "0",
                "management.server.port", "0",
                "VEDETTE_MONGODB", Infrastructure.mongodb(),
                "VEDETTE_KAFKA", Infrastructure.kafka(),
                "VEDETTE_JWKS", tokens.jwks(),
                "vedette.post.database", Infrastructure.freshDatabase("posts")));
        settings.putAll(outage);
        var arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        service = new SpringApplicationBuilder(PostServiceApplication.class).run(arguments);
    }

    private UUID draft() {
        var location = editor().post()
                .uri("/api/posts")
                .bodyValue(Map.of("title", "Away", "body", "Waits.", "bylines", List.of(Map.of("name", "Ada Example"))))
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION);
        return UUID.fromString(String.valueOf(location).replaceFirst(".*/", ""));
    }

    private WebTestClient editor() {
        return client("local.server.port");
    }

    private WebTestClient.ResponseSpec management(String address) {
        return client("local.management.port").get().uri(address).exchange();
    }

    private WebTestClient client(String port) {
        return WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(20))
                .baseUrl("http://localhost:" + service.getEnvironment().getRequiredProperty(port))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.tokenWithRoles("editor"))
                .build();
    }
}
