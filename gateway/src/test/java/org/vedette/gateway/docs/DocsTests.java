package org.vedette.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Mono;

class DocsTests extends GatewayTest {

    @Test
    void aDescriptionNamesThePublicAddressAsItsServer() {
        POSTS.respond(
                "/internal/openapi.json",
                (request, response) -> response.sendString(
                        Mono.just("{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"http://10.0.0.1:8081\"}]}")));

        var response = get("/docs/openapi/post-service.json");

        assertThat(JsonPath.<List<String>>read(response.body(), "$.servers[*].url"))
                .containsExactly("http://localhost:8080");
    }

    @Test
    void withoutItsServiceADescriptionIsUnavailable() {
        NOTIFICATIONS.respond(
                "/internal/openapi.json",
                (request, response) -> response.status(500).send());

        var response = get("/docs/openapi/notification-service.json");

        assertThat(response.statusCode() + response.body()).startsWith("503").contains("upstream-unavailable");
    }

    @Test
    void whatTheGatewayAnswersProgramsItselfIsDescribedAsItIs() {
        var description = get("/docs/openapi/gateway.json").body();

        assertThat(JsonPath.<List<String>>read(description, "$.servers[*].url"))
                .containsExactly("http://localhost:8080");
        Map<String, Map<String, Map<String, Object>>> paths = JsonPath.read(description, "$.paths");
        assertThat(paths.keySet()).hasSize(5);
        paths.forEach((path, operations) -> {
            var response = get(path.replace("{service}", "gateway"), "Accept", "*/*");
            var described = JsonPath.<Map<String, Object>>read(operations, "$.get.responses");
            assertThat(operations.get("get")).containsKey("summary");
            assertThat(described).as(path).containsKey(String.valueOf(response.statusCode()));
        });
        var status = JsonPath.<Map<String, Object>>read(get("/status.json").body(), "$.functions[0]");
        assertThat(JsonPath.<Map<String, Object>>read(
                        description, "$.components.schemas.Status.properties.functions.items.properties"))
                .containsKeys(status.keySet().toArray(String[]::new));
    }

    @Test
    void thePageLinksAllDescriptionsAndRunsNoInlineScript() {
        var page = get("/docs").body();

        assertThat(page)
                .contains(
                        "/docs/openapi/feed-service.json",
                        "/docs/openapi/post-service.json",
                        "/docs/openapi/gateway.json")
                .doesNotContain("<style", "style=");
        assertThat(page.split("<script src=", -1)).hasSameSizeAs(page.split("<script", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/swagger-ui-bundle.js, 200",
        "/docs/swagger-ui.css, 200",
        "/docs/start.js, 200",
        "/docs/docs.css, 200",
        "/docs/index.html, 404",
        "/docs/openapi/gateway.json, 200",
        "/docs/openapi/other.json, 404",
    })
    void theFilesComeFromTheGateway(String address, int status) {
        assertThat(get(address).statusCode()).isEqualTo(status);
    }
}
