package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.starter.problems.ProblemMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API with posts in memory, and a client of an editor. */
@WebFluxTest(
        properties = {
            "spring.config.name=post-service",
            "vedette.post.max-body-size=2KB",
            "vedette.studio.progress.feed-service=http://127.0.0.1:1",
            "vedette.studio.progress.notification-service=http://127.0.0.1:1"
        },
        includeFilters = {
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ProblemMapper.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.vedette\\.post\\.studio\\..+")
        })
@Import({
    StrictJson.class,
    SecurityConfiguration.class,
    PostApiFixture.class,
    MediaApiFixture.class,
    ImportApiFixture.class
})
abstract class PostApi {

    static final String COMPLETE = """
            {"title": "A loader", "body": "It *waits*.", "bylines": [{"name": "Ada Example", "affiliation": "Labs"}]}
            """;

    static final String CHANGED = COMPLETE.replace("waits", "sleeps");

    final WebTestClient anyone;
    WebTestClient editor;

    PostApi(WebTestClient anyone) {
        this.anyone = anyone;
        this.editor = anyone.mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("ROLE_editor")));
    }

    @BeforeEach
    void identify() {
        editor = editor.mutate().defaultHeader("X-Request-Id", "r-1").build();
    }

    Answer send(HttpMethod method, String address, @Nullable String body) {
        var request = editor.method(method).uri(address).contentType(MediaType.APPLICATION_JSON);
        return Answer.of((body == null ? request : request.bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult());
    }

    Answer put(String address, String ifMatch, String body) {
        return Answer.of(editor.put()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult());
    }

    Answer patch(String address, String ifMatch, String body) {
        return Answer.of(editor.patch()
                .uri(address)
                .contentType(MediaType.parseMediaType("application/merge-patch+json"))
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult());
    }

    /** Creates a draft, and answers its address. */
    String draft(String json) {
        return location(send(HttpMethod.POST, "/api/posts", json));
    }

    /** Creates a post and publishes it, and answers its address. */
    String published(String json) {
        var post = draft(json);
        assertThat(send(HttpMethod.POST, post + "/publication", "{\"duplicatePeriod\": true}")
                        .status())
                .isEqualTo(200);
        return post;
    }

    Answer delete(String address, String body) {
        return send(HttpMethod.DELETE, address, body);
    }

    static String location(Answer created) {
        return "/api/posts/" + UUID.fromString(created.text("/id"));
    }

    static void assertProblem(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(Map.of(
                        "type", answer.text("/type"),
                        "status", answer.text("/status"),
                        "requestId", answer.text("/requestId")))
                .isEqualTo(Map.of(
                        "type",
                        "urn:vedette:problem:" + problem,
                        "status",
                        String.valueOf(status),
                        "requestId",
                        "r-1"));
        assertThat(answer.text("/detail")).isNotBlank();
        assertThat(answer.text("/instance")).startsWith("/");
    }

    /** Imports a file, and answers the report at its end. */
    @CanIgnoreReturnValue
    Answer imported(String query, byte[] file) {
        var begun = begin(query, file);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        var address = String.valueOf(begun.headers().getLocation());
        return await().until(
                        () -> send(HttpMethod.GET, address, null),
                        report -> !List.of("waiting", "running").contains(report.text("/state")));
    }

    /** Begins an import. */
    Answer begin(String query, byte[] file) {
        return Answer.of(editor.post()
                .uri("/api/imports" + query)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(file)
                .exchange()
                .expectBody()
                .returnResult());
    }

    record Answer(int status, HttpHeaders headers, String body) {

        static Answer of(EntityExchangeResult<byte[]> result) {
            var body = result.getResponseBodyContent();
            return new Answer(
                    result.getStatus().value(),
                    result.getResponseHeaders(),
                    body == null ? "" : new String(body, StandardCharsets.UTF_8));
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String tag() {
            return Objects.requireNonNull(headers.getETag());
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }
    }
}
