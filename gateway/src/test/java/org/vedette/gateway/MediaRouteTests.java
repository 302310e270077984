package org.vedette.gateway;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRouteTests extends GatewayTest {

    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"/api/media, 3, 200", "/api/media, 22, 413", "/api/posts, 3, 413"})
    void onlyAPictureMayBeLarge(String address, int megabytes, int status) {
        var response = send(
                "POST",
                address,
                ofByteArray(new byte[megabytes * MEGABYTE]),
                "Authorization",
                "Bearer " + EDITOR_TOKEN);

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void theFilesAreForReadingOnly() {
        var response = send("DELETE", "/media/0123456789abcdef0123456789abcdef/960.webp", ofByteArray(new byte[0]));

        assertThat(response.statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media", "/%6dedia", "/medi%61"})
    void anUploadedFileCanDoNothing(String directory) {
        var file = get(directory + "/0123456789abcdef0123456789abcdef/960.webp");
        POSTS.respond("/media/x/y", (request, response) -> response.status(404).send());
        var error = get("/media/x/y");

        assertThat(file.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(file.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(file.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
        assertThat(file.headers().allValues("Access-Control-Allow-Origin")).isEmpty();
        assertThat(error.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .allSatisfy(policy -> assertThat(policy).contains("style-src 'self'"));
    }

    @Test
    void anUploadNeedsAToken() {
        assertThat(send("POST", "/api/media", ofByteArray(new byte[10])).statusCode())
                .isEqualTo(401);
    }
}
