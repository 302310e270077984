package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the suite says about itself: which functions work, and what its APIs take. */
class StatusAndDocsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reader reader = RunningSuite.get().reader();

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
    @ValueSource(strings = {"feed-service", "post-service", "notification-service"})
    void everyOperationIsDescribedWithItsErrors(String service) {
        var description = json("/docs/openapi/" + service + ".json");

        assertThat(description.at("/servers/0/url").asString())
                .endsWith(":" + RunningSuite.get().site().getPort());
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
