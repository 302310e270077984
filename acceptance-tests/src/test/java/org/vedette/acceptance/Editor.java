package org.vedette.acceptance;

import java.net.URI;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An editor with a script and an API token. */
record Editor(URI site, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Http HTTP = new Http();

    HttpResponse<String> draft(String json) {
        return HTTP.post(site.resolve("/api/posts"), "application/json", json, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> revise(String id, String ifMatch, String json) {
        return HTTP.put(
                site.resolve("/api/posts/" + id),
                "application/json",
                json,
                "Authorization",
                "Bearer " + token,
                "If-Match",
                ifMatch);
    }

    HttpResponse<String> publish(String id) {
        return HTTP.post(
                site.resolve("/api/posts/" + id + "/publication"),
                "application/json",
                "",
                "Authorization",
                "Bearer " + token);
    }

    HttpResponse<String> read(String path) {
        return HTTP.get(site.resolve(path), "Authorization", "Bearer " + token);
    }

    /** Drafts and publishes, and expects both to work. */
    Published publishes(Manuscript manuscript) {
        var draft = JSON.readTree(expect(201, draft(manuscript.json())).body());
        var post =
                JSON.readTree(expect(200, publish(draft.get("id").asString())).body());
        return new Published(post);
    }

    /** Drafts, expects it to work, and answers the id. */
    String drafts(Manuscript manuscript) {
        return JSON.readTree(expect(201, draft(manuscript.json())).body())
                .get("id")
                .asString();
    }

    static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError("expected " + status + " but got " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /** A post as the API answered it when it was published. */
    record Published(JsonNode json) {

        String id() {
            return json.get("id").asString();
        }

        String title() {
            return json.get("title").asString();
        }

        String path() {
            return URI.create(json.get("permalink").asString()).getPath();
        }

        String permalink() {
            return json.get("permalink").asString();
        }

        String etag() {
            return "\"" + json.get("revision").asLong() + "\"";
        }
    }
}
