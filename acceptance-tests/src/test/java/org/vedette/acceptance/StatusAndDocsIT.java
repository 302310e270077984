package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.standalone.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the suite says about itself: which functions work, and what its APIs take. */
class StatusAndDocsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Http HTTP = new Http();

    private final RunningSuite suite = RunningSuite.get();
    private final Reader reader = suite.reader();

    @Test
    void everyFunctionOfARunningSuiteWorks() {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(json("/status.json")
                                .get("functions")
                                .valueStream()
                                .map(function -> function.get("name").asString() + " "
                                        + function.get("status").asString()))
                        .containsExactly(
                                "reading works",
                                "searching works",
                                "live-updates works",
                                "publishing works",
                                "alerts works"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed-service", "post-service", "notification-service", "gateway"})
    void everyOperationIsDescribedWithItsErrors(String service) {
        var description = json("/docs/openapi/" + service + ".json");

        assertThat(description.at("/servers/0/url").asString())
                .endsWith(":" + suite.site().getPort());
        assertThat(operations(description)).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.getValue().path("summary").asString(""))
                    .as("summary of %s", operation.getKey())
                    .isNotEmpty();
            assertThat(operation.getValue().get("responses").propertyNames())
                    .as("errors of %s", operation.getKey())
                    .contains("503")
                    .containsAll(operation.getValue().has("security") ? List.of("400", "401", "403") : List.of());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed-service", "post-service", "notification-service"})
    void everyOperationNamesTheParameterItCannotRead(String service) {
        var post = suite.editor().publishes(Manuscript.titled("Asked badly")).id();

        assertThat(operations(json("/docs/openapi/" + service + ".json")))
                .filteredOn(operation -> operation.getKey().contains(" /api/"))
                .allSatisfy(operation -> {
                    var address = operation.getKey().replace("{number}", "1").replaceAll("\\{[a-z]+}", post);
                    refuses(address, "nonsense");
                    operation
                            .getValue()
                            .path("parameters")
                            .valueStream()
                            .filter(StatusAndDocsIT::hasWrongValues)
                            .forEach(parameter ->
                                    refuses(address, parameter.get("name").asString()));
                });
    }

    private static boolean hasWrongValues(JsonNode parameter) {
        var schema = parameter.path("schema");
        var text = schema.path("type").asString("string").equals("string");
        return parameter.path("in").asString("").equals("query")
                && (!text || schema.has("format") || schema.has("enum"));
    }

    /** Expects that an operation refuses a value of a parameter, and says so in a problem document that names the parameter. */
    private static HttpResponse<String> send(String method, URI uri, String type, String token) {
        return List.of("GET", "DELETE").contains(method)
                ? HTTP.send(method, uri, "", "", "Authorization", "Bearer " + token)
                : HTTP.send(method, uri, type, "{}", "Authorization", "Bearer " + token);
    }

    /** What the gateway sends for an admin. */
    private String adminToken() {
        return new ServiceTokenSigner(suite.signingKey())
                .sign("admin", Instant.now().plusSeconds(60));
    }

    private void refuses(String operation, String parameter) {
        var method = operation.substring(0, operation.indexOf(' ')).toUpperCase(Locale.ROOT);
        var uri = suite.site().resolve(operation.substring(operation.indexOf(' ') + 1) + "?" + parameter + "=~");
        var response = send(method, uri, type(operation), suite.editor().token());
        if (response.statusCode() == 403) {
            response = send(
                    method,
                    suite.service(Service.NOTIFICATION).resolve(uri.getRawPath() + "?" + uri.getRawQuery()),
                    type(operation),
                    adminToken());
        }
        assertThat(response.statusCode())
                .as("%s?%s: %s", operation, parameter, response.body())
                .isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains(parameter);
    }

    private static String type(String operation) {
        return operation.startsWith("patch /api/posts") ? "application/merge-patch+json" : "application/json";
    }

    private static Stream<Map.Entry<String, JsonNode>> operations(JsonNode description) {
        return description
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> Map.entry(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private JsonNode json(String path) {
        return JSON.readTree(Editor.expect(200, reader.asksFor(path)).body());
    }
}
