package org.vedette.benchmarks.editing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The editors' API, as one editor uses it. Safe for use by several threads. */
final class PostApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI root;
    private final String token;

    PostApi(URI root, String token) {
        this.root = root;
        this.token = token;
    }

    /** Writes a draft; returns its id. */
    String create(Object post) throws IOException, InterruptedException {
        var found = ID.matcher(send("POST", "/api/posts", json.writeValueAsString(post), 201));
        if (!found.find()) {
            throw new IllegalStateException("a created post has no id");
        }
        return found.group(1);
    }

    void publish(String id) throws IOException, InterruptedException {
        var unused = send("POST", "/api/posts/" + id + "/publication", null, 200);
    }

    /** Replaces the content of a post, whatever its revision. */
    void save(String id, Object post) throws IOException, InterruptedException {
        var unused = send("PUT", "/api/posts/" + id, json.writeValueAsString(post), 200);
    }

    void read(String address) throws IOException, InterruptedException {
        var unused = send("GET", address, null, 200);
    }

    /** Fails on another status: nothing else may count as fast. */
    private String send(String method, String address, @Nullable String body, int expected)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(address))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (method.equals("PUT")) {
            request.header("If-Match", "*");
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(
                    method + " " + address + " was answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
