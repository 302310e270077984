package org.vedette.gateway.addresses;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Mono;

class OldAddressTests extends GatewayTest {

    private static final String LOOKUP = "/internal/redirects";

    @BeforeEach
    void leadOneAddressToAPost() {
        FEED.respond(LOOKUP, (request, response) -> {
            if (!request.uri().endsWith("?from=%2F2016%2F06%2Fa-l%C3%B6ader")) {
                return response.status(404).send();
            }
            return response.sendString(Mono.just("/posts/a-loader"));
        });
    }

    @Test
    void anAddressOfAnEarlierBlogLeadsToItsPost() {
        var response = get("/2016/06/a-l%C3%B6ader?utm_source=x");

        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(response.headers().firstValue("Location")).contains("/posts/a-loader");
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
    }

    @Test
    void anyOtherAddressIsNotFound() {
        assertThat(get("/2016/06/another").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/internal/status", "/assets/x.css"})
    void whatIsNotForReadersIsNotAskedFor(String address) {
        assertThat(get(address).statusCode()).isEqualTo(404);
        assertThat(FEED.received()).noneMatch(request -> request.uri().startsWith(LOOKUP));
    }

    @Test
    void onlyReadsAreRedirected() {
        assertThat(send("POST", "/2016/06/a-l%C3%B6ader", ofString("")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", ""})
    void nothingLeadsToAnotherHost(String target) {
        FEED.respond(LOOKUP, (request, response) -> response.sendString(Mono.just(target)));

        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void whenTheFeedServiceFailsTheAddressIsNotFound() {
        FEED.respond(LOOKUP, (request, response) -> response.status(503).send());

        assertThat(get("/2016/06/a-l%C3%B6ader").statusCode()).isEqualTo(404);
    }
}
