package org.vedette.feed.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.feed.WebSlice;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class LiveTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String WELCOME = "retry: 3000\n\n";
    private static final String WELCOME_WITH_AN_ID = "retry: 3000\nid: -2\n\n";
    private static final String RESYNC = """
            id: -2
            event: Resync
            data: {"detail":"Events were missed. Read https://blog.example.org/api/feed/posts again."}

            """;

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02T08:59:59.999Z", "2026-11-02T09:59:59.999%2B01:00", "1970-01-01T00:00:00Z"})
    void aPostThatCameBeforeTheStreamWasOpenedIsNotMissed(String newest) {
        slice.publish(aPost().publishedAt(Instant.parse("2026-11-02T09:00:00Z")));

        var stream = stream("/live?newest=" + newest);

        StepVerifier.create(stream).expectNext(WELCOME, RESYNC).thenCancel().verify(TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live?newest=2026-11-02T09:00:00Z", "/live?newest=", "/live"})
    void whoMissedNothingOrDoesNotSayIsToldNothing(String path) {
        slice.publish(aPost().publishedAt(Instant.parse("2026-11-02T09:00:00Z")));

        var stream = stream(path);

        StepVerifier.create(stream)
                .expectNext(WELCOME_WITH_AN_ID)
                .expectTimeout(Duration.ofMillis(200))
                .verify(TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-9223372036854775809", "-1", "5"})
    void aClientWithAnIdOfAnotherStateIsToldToReadAgain(String id) {
        slice.publish(aPost());

        var stream = slice.client()
                .get()
                .uri("/live")
                .header("Last-Event-ID", id)
                .exchange()
                .returnResult(byte[].class)
                .getResponseBody()
                .map(frame -> new String(frame, UTF_8));

        StepVerifier.create(stream).expectNext(WELCOME, RESYNC).thenCancel().verify(TIMEOUT);
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        var response = ask("/live?newest=yesterday");

        response.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:malformed-time");
    }

    private Flux<String> stream(String path) {
        return ask(path)
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody()
                .map(frame -> new String(frame, UTF_8));
    }

    private WebTestClient.ResponseSpec ask(String path) {
        return slice.client().get().uri(URI.create(path)).exchange();
    }
}
