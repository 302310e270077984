package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vedette.events.PostPublished;
import org.vedette.events.PostWithdrawn;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the description of the APIs against what they do. */
// Left running, it would take part in the consumer group of the next test's instances.
@DirtiesContext
@WithInfrastructure
@SpringBootTest(
        classes = FeedServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=feed-service",
            "management.server.port=0",
            "vedette.feed.rebuild-when-behind=false",
            "vedette.feed.base-url=https://blog.example.org"
        })
class OpenApiIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DESCRIPTION = "/api/feed/openapi.json";
    private static final PostTopic TOPIC = new PostTopic();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI service;

    @Autowired
    OpenApiIT(@LocalServerPort int port) {
        this.service = URI.create("http://localhost:" + port);
    }

    @DynamicPropertySource
    static void useADatabaseOfOurOwn(DynamicPropertyRegistry registry) {
        var database = Infrastructure.freshDatabase("description");
        registry.add("vedette.feed.database", () -> database);
    }

    @BeforeEach
    void waitUntilItIsReady() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(get("/api/feed/search?q=x").statusCode()).isEqualTo(200));
    }

    @AfterAll
    static void close() {
        TOPIC.close();
    }

    @Test
    void titleAndServerComeFromTheSettings() {
        var description = description();

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.at("/info/title").asString()).contains("Threat Intelligence Blog");
        assertThat(description.at("/servers").toString()).isEqualTo("[{\"url\":\"https://blog.example.org\"}]");
        assertThat(description.toString()).doesNotContain("localhost", "*/*");
    }

    @Test
    void itNamesEveryAddress() {
        assertThat(description().get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/feed/posts",
                        "/api/feed/posts/{id}",
                        "/api/feed/series",
                        "/api/feed/tags",
                        "/api/feed/search");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/feed/posts", "/api/feed/search"})
    void itNamesTheKnownParameters(String path) {
        var named = values(operation(path).get("parameters"), "name");
        var refusal =
                json.readTree(get(path + "?unknown=1").body()).get("detail").asString();

        assertThat(refusal).contains(" " + String.join(", ", new TreeSet<>(named)) + ".");
        assertThat(values(operation(path).get("parameters"), "required")).doesNotContain("true");
    }

    @Test
    void itNamesTheResponsesThatAreSent() {
        var post = aPost().build();
        var withdrawn = aPost().build();
        var one = "/api/feed/posts/";
        TOPIC.send(new PostPublished(withdrawn));
        TOPIC.send(new PostWithdrawn(withdrawn.id(), 2, withdrawn.slug(), List.of(), null, Instant.EPOCH, null));
        await().atMost(SOON).until(() -> get(one + withdrawn.id()).statusCode() == 410);
        // The search index gets changes last and in order: with this one it has all, and its responses keep their tags.
        TOPIC.send(new PostPublished(post));
        await().atMost(SOON)
                .until(() -> get("/api/feed/search?q=loader")
                        .body()
                        .contains(post.id().toString()));
        var requests = Map.of(
                "/api/feed/posts", List.of("/api/feed/posts", "/api/feed/posts?limit=0"),
                "/api/feed/posts/{id}",
                        List.of(one + post.id(), one + withdrawn.id(), one + UUID.randomUUID(), one + post.slug()),
                "/api/feed/series", List.of("/api/feed/series"),
                "/api/feed/tags", List.of("/api/feed/tags"),
                "/api/feed/search", List.of("/api/feed/search?q=loader", "/api/feed/search"));

        requests.forEach((path, addresses) -> assertThat(given(addresses))
                .as(path)
                .isEqualTo(named(operation(path).get("responses"))));
    }

    @Test
    void itHasAnEntityTagAndIsCompressed() {
        var first = get(DESCRIPTION, "Accept-Encoding", "gzip");
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var again = get(DESCRIPTION, "If-None-Match", tag);

        assertThat(tag).startsWith("\"");
        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {DESCRIPTION + ".yaml", "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/swagger-config"})
    void itIsAtNoOtherAddress(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    /** What is given, as "status type", with the headers that are promised; a 304 and a 503 can be had everywhere. */
    private Set<String> given(List<String> addresses) {
        var given = new TreeSet<>(Set.of("304 ", "503 application/problem+json"));
        for (var address : addresses) {
            var answer = get(address);
            var type = answer.headers().firstValue("Content-Type").orElse("");
            given.add(answer.statusCode() + " " + type);
            if (answer.statusCode() == 200) {
                assertThat(answer.headers().map()).containsKeys("etag", "cache-control");
                var again = get(
                        address,
                        "If-None-Match",
                        answer.headers().firstValue("ETag").orElseThrow());
                assertThat(again.statusCode()).isEqualTo(304);
            }
        }
        return given;
    }

    private static Set<String> named(JsonNode responses) {
        return responses
                .propertyStream()
                .map(response -> response.getKey() + " "
                        + String.join(",", response.getValue().path("content").propertyNames()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> values(JsonNode parameters, String field) {
        return parameters
                .valueStream()
                .flatMap(parameter -> Stream.ofNullable(parameter.get(field)))
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private JsonNode operation(String path) {
        return description().get("paths").get(path).get("get");
    }

    private JsonNode description() {
        return json.readTree(get(DESCRIPTION).body());
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(service.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(path, failure);
        }
    }
}
