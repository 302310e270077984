package org.vedette.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
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
    void thePageLinksAllDescriptionsAndRunsNoInlineScript() {
        var page = get("/docs").body();

        assertThat(page)
                .contains("/docs/openapi/feed-service.json", "/docs/openapi/post-service.json")
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
        "/docs/openapi/gateway.json, 404",
    })
    void theFilesComeFromTheGateway(String address, int status) {
        assertThat(get(address).statusCode()).isEqualTo(status);
    }
}
