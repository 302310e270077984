package org.vedette.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.testsupport.identity.TestTokenIssuer;
import reactor.core.publisher.Mono;

/** A service that is a resource server and has nothing else, with tokens as the gateway issues them. */
@SpringBootTest(
        classes = ResourceServerTests.Service.class,
        properties = "spring.config.import=classpath:resource-server.yml")
class ResourceServerTests {

    private static final TestTokenIssuer TOKENS = new TestTokenIssuer();

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("VEDETTE_JWKS", TOKENS::jwks);
    }

    @Test
    void withoutATokenNoEditorsPathIsAnswered() {
        var response = get("/drafts", null);

        response.expectStatus().isUnauthorized();
        response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.expectHeader().valueEquals("WWW-Authenticate", "Bearer");
        assertThat(body(response)).contains("urn:vedette:problem:unauthenticated", "Send a valid token");
    }

    @Test
    void aTokenWithoutTheRoleIsForbidden() {
        var response = get("/drafts", TOKENS.tokenWithRoles("reader"));

        response.expectStatus().isForbidden();
        assertThat(body(response)).contains("urn:vedette:problem:forbidden", "the role editor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "admin"})
    void anEditorAndAnAdminAreLetIn(String role) {
        var response = get("/drafts", TOKENS.tokenWithRoles("reader", role));

        response.expectStatus().isOk();
        assertThat(body(response)).isEqualTo("drafts");
    }

    static Stream<String> invalidTokens() {
        return Stream.of(
                TOKENS.expiredToken(), TOKENS.tokenForAnotherAudience(), TOKENS.forgedToken(), "no token at all");
    }

    @ParameterizedTest
    @MethodSource("invalidTokens")
    void anInvalidTokenIsRefusedOnEveryPath(String token) {
        get("/drafts", token).expectStatus().isUnauthorized();
        get("/posts", token).expectStatus().isUnauthorized();
    }

    static Stream<Arguments> wrongClaims() {
        var now = Instant.now().getEpochSecond();
        return Stream.of(
                wrong("no iss", "iss", null),
                wrong("another iss", "iss", "https://idp.example"),
                wrong("iss is a number", "iss", 5),
                wrong("no aud", "aud", null),
                wrong("aud is a list of lists", "aud", List.of(List.of("vedette"))),
                wrong("no exp", "exp", null),
                wrong("exp in ten years", "exp", now + 315_360_000),
                wrong("exp beyond any calendar", "exp", 1e300),
                wrong("exp is a text", "exp", "tomorrow"),
                wrong("lives eleven minutes", "iat", now - 560),
                wrong("iat is a text", "iat", "today"),
                wrong("no sub", "sub", null),
                wrong("an empty sub", "sub", " "),
                wrong("sub is a list", "sub", List.of("ada")),
                wrong("no roles", "roles", null),
                wrong("roles is a text", "roles", "editor"),
                wrong("roles in a list", "roles", List.of(List.of("editor"))),
                wrong("roles with a number", "roles", List.of("editor", 1)),
                wrong("no role", "roles", List.of()),
                wrong("roles is an object", "roles", Map.of("editor", true)),
                wrong("name is an object", "name", Map.of("first", "Ada")),
                wrong("jti is a number", "jti", 7));
    }

    private static Arguments wrong(String what, String claim, @Nullable Object value) {
        return Arguments.of(what, Collections.singletonMap(claim, value));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClaims")
    void aTokenOfTheRightKeyWithWrongClaimsIsRefused(String what, Map<String, @Nullable Object> claims) {
        var token = TOKENS.tokenWithClaims(claims);

        get("/drafts", token).expectStatus().isUnauthorized();
        get("/posts", token).expectStatus().isUnauthorized();
    }

    @Test
    void aTokenWithAllClaimsIsAccepted() {
        get("/drafts", TOKENS.tokenWithClaims(Map.of("name", "Ada")))
                .expectStatus()
                .isOk();
    }

    @Test
    void anEditorIsToldFromReaders() {
        assertThat(body(get("/posts", null))).isEqualTo("for readers");
        assertThat(body(get("/posts", TOKENS.tokenWithRoles("reader")))).isEqualTo("for readers");
        assertThat(body(get("/posts", TOKENS.tokenWithRoles("editor")))).isEqualTo("for editors");
        assertThat(body(get("/posts", TOKENS.tokenWithRoles("admin")))).isEqualTo("for editors");
    }

    @Test
    void nothingIsStoredByWhoIsNotTold() {
        get("/posts", null)
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }

    @Test
    void theSecurityHeadersAreLeftToTheGateway() {
        var response = get("/posts", null);

        response.expectHeader().doesNotExist("X-Content-Type-Options");
        response.expectHeader().doesNotExist("X-Frame-Options");
        response.expectHeader().doesNotExist("X-XSS-Protection");
    }

    @Test
    void thereAreNeitherSessionsNorFormsToForge() {
        var response = web().post()
                .uri("/drafts")
                .headers(headers -> headers.setBearerAuth(TOKENS.tokenWithRoles("editor")))
                .exchange();

        response.expectStatus().isOk();
        response.expectCookie().doesNotExist("SESSION");
        get("/login", null).expectStatus().isNotFound();
        get("/logout", null).expectStatus().isNotFound();
    }

    private WebTestClient web() {
        return WebTestClient.bindToApplicationContext(context).build();
    }

    private WebTestClient.ResponseSpec get(String path, @Nullable String token) {
        var request = web().get().uri(path);
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).exchange();
    }

    private static String body(WebTestClient.ResponseSpec response) {
        return String.valueOf(response.expectBody(String.class).returnResult().getResponseBody());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {KafkaAutoConfiguration.class, MongoReactiveAutoConfiguration.class})
    static class Service {

        @Bean
        SecurityWebFilterChain security(ServerHttpSecurity http, ProblemHandler problems) {
            return ResourceServer.filterChain(http, problems, "/drafts/**");
        }

        @Bean
        Pages pages() {
            return new Pages();
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/posts")
        Mono<String> posts() {
            return Editors.isEditor().map(editor -> editor ? "for editors" : "for readers");
        }

        @GetMapping("/drafts")
        Mono<String> drafts() {
            return Mono.just("drafts");
        }

        @PostMapping("/drafts")
        Mono<String> write() {
            return Mono.just("written");
        }
    }
}
