package org.vedette.standalone.exports;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API of exports, through the gateway, with a token. */
final class ExportApi {

    private static final String EXPORT = "/api/export";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** For the beginning of the response. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI gateway;
    private final String token;

    ExportApi(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Writes everything into a file; a failure says in one line what to do. */
    void download(Path file) throws IOException {
        var request = HttpRequest.newBuilder(gateway.resolve(EXPORT))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/zip, application/problem+json")
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body();
                    var out = Files.newOutputStream(file)) {
                if (response.statusCode() != OK) {
                    throw new IOException(refusal(response.statusCode(), body.readAllBytes()));
                }
                var unused = body.transferTo(out);
            }
        } catch (ConnectException e) {
            throw new IOException("nothing listens at " + gateway + ": start Vedette first, or set VEDETTE_PORT.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted.", e);
        }
    }

    private String refusal(int status, byte[] body) {
        try {
            return json.readTree(new String(body, StandardCharsets.UTF_8))
                    .path("detail")
                    .asString("the gateway answered " + status + ".");
        } catch (JacksonException notVedette) {
            return "what answers at " + gateway + " is not Vedette.";
        }
    }
}
