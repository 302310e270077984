package org.vedette.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the editor's API, through the gateway, with a token. */
final class EditorApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI gateway;
    private final String token;

    EditorApi(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * A post that exists.
     *
     * @param id its identity
     * @param isPublished whether it is public
     */
    record ExistingPost(String id, boolean isPublished) {}

    /** The existing posts by slug. */
    Map<String, ExistingPost> posts() throws IOException {
        var response = send("GET", "/api/posts?limit=100", BodyPublishers.noBody());
        var posts = response.isArray() ? response : response.path("posts");
        return StreamSupport.stream(posts.spliterator(), false)
                .collect(Collectors.toMap(
                        post -> post.path("slug").asString(), EditorApi::existing, (newer, older) -> newer));
    }

    private static ExistingPost existing(JsonNode post) {
        return new ExistingPost(
                post.path("id").asString(), post.path("status").asString().equals("published"));
    }

    /** Writes a draft and returns its id. */
    String draft(Map<String, Object> post) throws IOException {
        return send("POST", "/api/posts", BodyPublishers.ofByteArray(json.writeValueAsBytes(post)))
                .path("id")
                .asString();
    }

    void publish(String id) throws IOException {
        var published = send("POST", "/api/posts/" + id + "/publication", BodyPublishers.noBody());
        if (!published.path("status").asString().equals("published")) {
            throw new IOException("post " + id + " is still " + published.path("status"));
        }
    }

    private JsonNode send(String method, String path, BodyPublisher body) throws IOException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, body)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException(
                        method + " " + path + " was answered " + response.statusCode() + ": " + response.body());
            }
            return json.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
