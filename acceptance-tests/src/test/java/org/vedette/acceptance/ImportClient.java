package org.vedette.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports and exports through the gateway, with a token. */
record ImportClient(URI site, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** Begins an import, and answers its address. */
    String begins(byte[] file) {
        var answer = send(request("/api/imports").POST(BodyPublishers.ofByteArray(file)));
        return "/api/imports/" + json(answer).at("/id").asString();
    }

    JsonNode report(String address) {
        return json(send(request(address).GET()));
    }

    /** Imports a file, and answers the report at its end. */
    JsonNode imported(byte[] file) {
        var address = begins(file);
        return await().atMost(TIMEOUT)
                .until(
                        () -> report(address),
                        report -> !List.of("waiting", "running")
                                .contains(report.at("/state").asString()));
    }

    byte[] exported() {
        return send(request("/api/export").GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static byte[] send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(
                        answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(byte[] answer) {
        return JsonMapper.shared().readTree(answer);
    }
}
