package org.vedette.starter.api;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.problems.ProblemLog;
import org.vedette.starter.problems.ProblemWriter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class AcceptHeaderTests {

    private static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext(
            Server.class, ApiAutoConfiguration.class, SampleController.class, ChangingController.class);

    private final WebTestClient client =
            WebTestClient.bindToApplicationContext(CONTEXT).build();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    static List<String> unreadable() {
        return List.of("a/b, ".repeat(3_000) + "a/b", "garbage", "\u00e9/\u00e9");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aHeaderThatCannotBeReadIsIgnored(String accept) {
        get("/page", accept).expectStatus().isOk();
        get("/api/thing", accept).expectStatus().isOk();
        get("/nothing", accept).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/plain;q=0.5, image/png"})
    void aHeaderThatListsOtherTypesIsRefused(String accept) {
        get("/api/thing", accept).expectStatus().isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/png, text/csv;q=0.5", "application/json;q=0", "text/html"})
    void aChangeThatIsDoneIsNeverAnsweredAsRefused(String accept) {
        for (var method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
            client.method(method)
                    .uri("/api/change")
                    .header("Accept", accept)
                    .exchange()
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_JSON)
                    .expectBody(String.class)
                    .isEqualTo("[\"done\"]");
        }
    }

    @Test
    void aChangeThatIsRefusedSaysWhyInJson() {
        client.post()
                .uri("/api/nothing")
                .header("Accept", "image/png")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aHeaderThatCanBeReadDecides() {
        get("/api/thing", "image/png, application/json;q=0.1")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }

    private WebTestClient.ResponseSpec get(String address, String accept) {
        return client.get().uri(address).header("Accept", accept).exchange();
    }

    @RestController
    static class SampleController {

        @GetMapping(path = "/page", produces = "text/html")
        String page() {
            return "<p>";
        }

        @GetMapping(path = "/api/thing", produces = "application/json")
        List<String> thing() {
            return List.of("a");
        }
    }

    /** As most controllers are: what it can send is known when it was called. */
    @RestController
    static class ChangingController {

        @RequestMapping("/api/change")
        Mono<ResponseEntity<List<String>>> change() {
            return Mono.just(ResponseEntity.status(201).body(List.of("done")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    static class Server {

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }

        @Bean
        ProblemHandler problemHandler() {
            return new ProblemHandler(
                    List.of(), new ProblemWriter(JsonMapper.shared(), null), new ProblemLog(Clock.systemUTC()));
        }
    }
}
