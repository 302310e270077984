package org.vedette.gateway.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;

class AssetTests extends GatewayTest {

    private static final String STYLE = "/assets/sample.css";

    @Test
    void aStyleSheetIsServedWithCachingHeaders() {
        var response = get(STYLE);

        assertThat(List.of(
                        response.headers().firstValue("Content-Type").orElse(""),
                        response.headers().firstValue("Cache-Control").orElse(""),
                        response.headers().firstValue("ETag").orElse("").replaceAll("[0-9a-f]{32}", "hash")))
                .containsExactly("text/css", "max-age=300, public", "\"hash\"");
    }

    @Test
    void aMatchingEntityTagIsAnsweredWith304() {
        var tag = get(STYLE, "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        var response = get(STYLE, "Accept-Encoding", "gzip", "If-None-Match", tag);

        assertThat(response.statusCode() + response.headers().firstValue("ETag").orElse(""))
                .isEqualTo("304" + tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/sample.properties",
                "/assets/absent.css",
                "/assets/x/sample.css",
                "/assets/..%2f..%2fgateway.yml",
                "/assets/%2e%2e/%2e%2e/gateway.yml",
                "/gateway.yml"
            })
    void otherFilesAreNotServed(String address) {
        assertThat(get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void anAssetIsReadOnly() {
        var response = send("POST", STYLE, BodyPublishers.ofString("x"));

        assertThat(response.statusCode()
                        + response.headers().firstValue("Allow").orElse(""))
                .isEqualTo("405GET, HEAD, OPTIONS");

        assertThat(response.body()).contains("urn:vedette:problem:method-not-allowed");
    }
}
