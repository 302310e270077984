package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.events.PostPublished;

class AlertApiIT extends RunningService {

    @ParameterizedTest
    @ValueSource(strings = {"/api/alerts", "/api/alerts/018f0000-0000-7000-8000-000000000001", "/api/subscribers"})
    void requestsWithoutATokenAreRefused(String path) {
        web.get()
                .uri(path)
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
    void aMalformedTokenIsRefused() {
        get("/api/alerts", "nonsense", 401, "urn:vedette:problem:unauthenticated");
    }

    @Test
    void aTokenWithoutTheRoleIsRefused() {
        get("/api/alerts", tokens.tokenWithRoles("reader"), 403, "urn:vedette:problem:forbidden");
    }

    @Test
    void anUnknownAlertIsNotFound() {
        get("/api/alerts/" + UUID.randomUUID(), tokens.tokenWithRoles("editor"), 404, "urn:vedette:problem:not-found");
    }

    @Test
    void aMalformedIdIsRefused() {
        get("/api/alerts/x", tokens.tokenWithRoles("editor"), 400, "urn:vedette:problem:malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/alerts?status=done", "/api/alerts/018f0000-0000-7000-8000-000000000001?limit=1"})
    void anUnknownParameterIsRefused(String path) {
        get(path, tokens.tokenWithRoles("editor"), 400, "urn:vedette:problem:unknown-parameter");
    }

    @Test
    void anAlertIsNotSentAgainUntilItChanges() {
        var post = aPost().publishedAt(Instant.now()).build();
        publish(new PostPublished(post));
        awaitDone(post.id());
        var tag = editorGets("/api/alerts/" + post.id(), "\"none\"")
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        var answer = editorGets("/api/alerts/" + post.id(), String.valueOf(tag));

        answer.expectStatus().isNotModified();
    }

    @Test
    void theNewestAlertComesFirst() {
        var post = aPost().publishedAt(Instant.now()).build();
        publish(new PostPublished(post));
        awaitDone(post.id());

        web.get()
                .uri("/api/alerts")
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].post")
                .isEqualTo(post.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resend", "count-as-sent"})
    void uncertainDeliveriesAreResolvedByEditors(String resolution) {
        var post = aPost().publishedAt(Instant.now()).build();
        publish(new PostPublished(post));
        awaitDone(post.id());

        resolve(post.id(), resolution, "editor")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"deliveries\": 0}");
        resolve(post.id(), resolution, "reader").expectStatus().isForbidden();
        resolve(UUID.randomUUID(), resolution, "editor").expectStatus().isNotFound();
    }

    @Test
    void theAlertsArePaged() {
        var posts = Stream.generate(() -> aPost().publishedAt(Instant.now()).build())
                .limit(3)
                .toList();
        posts.forEach(post -> publish(new PostPublished(post)));
        posts.forEach(post -> awaitDone(post.id()));

        var link = editorGets("/api/alerts?limit=2&state=done", "\"none\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .returnResult()
                .getResponseHeaders()
                .getFirst("Link");

        assertThat(link).endsWith(">; rel=\"next\"");
        editorGets(Mails.between(String.valueOf(link), "<", ">"), "\"none\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].status")
                .isEqualTo("done");
        get("/api/alerts?cursor=x", tokens.tokenWithRoles("editor"), 400, "urn:vedette:problem:malformed-request");
        get("/api/alerts?state=x", tokens.tokenWithRoles("editor"), 400, "urn:vedette:problem:malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "cancel", "approve", "resend"})
    void alertsAndDigestsAreControlledByEditors(String action) {
        var path = "/api/alerts/" + UUID.randomUUID() + "/" + action;
        post(path, "editor").expectStatus().isNotFound();
        post(path, "reader").expectStatus().isForbidden();
        post("/api/alerts/x/" + action, "editor").expectStatus().isBadRequest();
        if (!action.equals("approve")) {
            post("/api/digests/digest-none/" + action, "editor").expectStatus().isNotFound();
            post("/api/digests/digest-none/" + action, "reader").expectStatus().isForbidden();
        }
    }

    @Test
    void anAlertThatIsDoneIsNotPaused() {
        var post = aPost().publishedAt(Instant.now()).build();
        publish(new PostPublished(post));
        awaitDone(post.id());

        post("/api/alerts/" + post.id() + "/pause", "editor")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:alert-state");
    }

    @Test
    void anAlertIsMailedToOneAddressToBeLookedAt() {
        var post = aPost().title("Look at this").publishedAt(Instant.now()).build();
        publish(new PostPublished(post));
        awaitDone(post.id());
        var address = "looker-" + UUID.randomUUID() + "@example.org";

        test(post.id(), "{\"to\": \"" + address + "\"}").expectStatus().isAccepted();
        test(post.id(), "{\"to\": \"nonsense\"}").expectStatus().isBadRequest();
        test(post.id(), "{}").expectStatus().isBadRequest();
        turnSwitch("{}").expectStatus().isBadRequest();
        test(UUID.randomUUID(), "{\"to\": \"" + address + "\"}").expectStatus().isNotFound();

        awaitMails(address, 1);
        assertThat(Mails.subject(mailServer.mailsTo(address).get(0))).isEqualTo("Test: Look at this");
    }

    private WebTestClient.ResponseSpec turnSwitch(String body) {
        return web.put()
                .uri("/api/mail/switch")
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec test(UUID post, String body) {
        return web.post()
                .uri("/api/alerts/" + post + "/test")
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec post(String path, String role) {
        return web.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles(role)))
                .exchange();
    }

    private WebTestClient.ResponseSpec resolve(UUID post, String resolution, String role) {
        return web.post()
                .uri("/api/alerts/" + post + "/uncertain/" + resolution)
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles(role)))
                .exchange();
    }

    private WebTestClient.ResponseSpec editorGets(String path, String ifNoneMatch) {
        return web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")))
                .header("If-None-Match", ifNoneMatch)
                .exchange();
    }

    private void get(String path, String token, int status, String type) {
        var body = web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(body).contains("\"type\":\"" + type + "\"");
    }
}
