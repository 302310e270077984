package org.vedette.starter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.problems.ProblemLog;
import org.vedette.starter.problems.ProblemWriter;
import tools.jackson.databind.json.JsonMapper;

class ParameterTests {

    private static final AnnotationConfigApplicationContext CONTEXT =
            new AnnotationConfigApplicationContext(Server.class, UnknownParameterAdvice.class, SampleController.class);

    private final WebTestClient client =
            WebTestClient.bindToApplicationContext(CONTEXT).build();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @RestController
    static class SampleController {

        private final ContentTags tags = new ContentTags(JsonMapper.shared());

        @GetMapping("/api/list")
        String list(
                @RequestParam(defaultValue = "1") int limit, @RequestParam(name = "q", required = false) String query) {
            return limit + query;
        }

        @GetMapping("/api/things/{thing}")
        ResponseEntity<List<UUID>> thing(@PathVariable UUID thing) {
            return tags.ok(List.of(thing));
        }

        @ChecksParameters
        @GetMapping("/api/checked")
        String checked() {
            return "";
        }

        @GetMapping("/page")
        String page(@RequestParam(defaultValue = "1") String number) {
            return number;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    static class Server {

        @Bean
        ProblemHandler problemHandler() {
            return new ProblemHandler(
                    List.of(), new ProblemWriter(JsonMapper.shared(), null), new ProblemLog(Clock.systemUTC()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    /api/list?limit=2&q=x      | -
                    /api/list                  | -
                    /api/list?query=x          | The parameter query is not known; known are: limit, q.
                    /api/list?Limit=2          | The parameter Limit is not known; known are: limit, q.
                    /api/list?nonsense         | The parameter nonsense is not known; known are: limit, q.
                    /api/checked?anything=1    | -
                    /page?utm_source=mail      | -
                    /api/list?limit=many       | The parameter limit must be a whole number.
                    /api/things/7              | The parameter thing must be a UUID, such as 0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f.
                    /api/things/0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f?x=1 | The parameter x is not known; this address takes none.
                    """)
    void anApiRefusesWhatItDoesNotKnowAndAPageIgnoresIt(String address, @Nullable String detail) {
        var answer = client.get().uri(address).exchange();

        if (detail == null) {
            answer.expectStatus().isOk();
        } else {
            answer.expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo(detail);
        }
    }

    @Test
    void aLongNameIsNotRepeatedInFull() {
        var answer = client.get().uri("/api/list?" + "x".repeat(500) + "=1").exchange();

        answer.expectBody()
                .jsonPath("$.errors[0].field")
                .value(String.class, name -> assertThat(name).hasSize(51).endsWith("…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s"})
    void whatIsUnchangedIsNotSentAgain(String ifNoneMatch) {
        var address = "/api/things/0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f";
        var tag = client.get()
                .uri(address)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        var answer = client.get()
                .uri(address)
                .header("If-None-Match", ifNoneMatch.formatted(tag))
                .exchange();

        answer.expectStatus().isNotModified().expectBody().isEmpty();
    }
}
