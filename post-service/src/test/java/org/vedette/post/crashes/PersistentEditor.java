package org.vedette.post.crashes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vedette.testsupport.identity.TestTokenIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An editor whose program sends a request again, with the same key, until a replica answers it. */
final class PersistentEditor {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int SERVER_ERROR = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<KilledReplica> replicas;
    private final TestTokenIssuer tokens;

    PersistentEditor(List<KilledReplica> replicas, TestTokenIssuer tokens) {
        this.replicas = replicas;
        this.tokens = tokens;
    }

    JsonNode post(String path, String key, String body) throws InterruptedException {
        return send(
                path,
                request -> request.header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Changes a post as it is now; the same change again changes nothing. */
    JsonNode patch(String path, String body) throws InterruptedException {
        return send(
                path,
                request -> request.header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", "*")
                        .method("PATCH", BodyPublishers.ofString(body)));
    }

    JsonNode get(String path) throws InterruptedException {
        return send(path, request -> request.GET());
    }

    /** Makes a request. */
    private interface Making {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private JsonNode send(String path, Making making) throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            for (var replica : replicas) {
                var answer = replica.address().flatMap(address -> sendTo(address.resolve(path), making));
                if (answer.isPresent()) {
                    return read(answer.get());
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("nobody answered " + path + " within " + TIMEOUT);
    }

    /** Empty when the replica did not answer, or could not at the moment. */
    private Optional<HttpResponse<String>> sendTo(URI address, Making making) {
        var request = making.of(HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(5))
                        .header("Authorization", "Bearer " + tokens.tokenWithRoles("editor")))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() >= SERVER_ERROR || isBeingHandled(answer)
                    ? Optional.empty()
                    : Optional.of(answer);
        } catch (IOException killed) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isBeingHandled(HttpResponse<String> answer) {
        return answer.body().contains("urn:vedette:problem:key-in-use");
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new AssertionError(
                    answer.request().uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
