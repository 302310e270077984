package org.vedette.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Somebody who sends requests, and what becomes of them.
 *
 * @param session cookie of a session, for pages; empty without one
 * @param csrf hidden field of the forms of that session
 * @param token API token or service token, for the API and wherever there is no session; empty without one
 */
record RouteCaller(String session, String csrf, String token) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int NO_REVISION = 9;
    private static final String HTML = "text/html";
    private static final String FORM = "application/x-www-form-urlencoded";

    static RouteCaller anonymous() {
        return new RouteCaller("", "", "");
    }

    static RouteCaller withToken(String token) {
        return new RouteCaller("", "", token);
    }

    /** The status, and where it leads. */
    String send(URI site, String method, String path) {
        var request = HttpRequest.newBuilder(site.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", isApi(path) ? "application/json" : "text/html,*/*;q=0.8");
        authenticate(request, path);
        if (method.equals("GET")) {
            return send(request.GET().build());
        }
        if (path.startsWith("/api/posts/")) {
            request.header("If-Match", "\"" + NO_REVISION + "\"");
        }
        if (method.equals("DELETE")) {
            return send(request.DELETE().build());
        }
        var type = contentType(method, path);
        return send(request.header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body(type)))
                .build());
    }

    private void authenticate(HttpRequest.Builder request, String path) {
        if (!token.isEmpty() && (isApi(path) || session.isEmpty())) {
            request.header("Authorization", "Bearer " + token);
        } else if (!session.isEmpty()) {
            request.header("Cookie", session)
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("X-CSRF-Token", csrf);
        }
    }

    /** A body that is valid, and in which there is nothing that a changing request could act on. */
    private String body(String type) {
        return switch (type) {
            case FORM -> "action=cancel&revision=" + NO_REVISION + "&_csrf=" + csrf;
            case HTML -> "<p>x</p>";
            default -> type.endsWith("json") ? "{}" : "";
        };
    }

    private static String contentType(String method, String path) {
        if (path.equals("/studio/markdown")) {
            return HTML;
        }
        if (path.equals("/api/media") || path.equals("/studio/media")) {
            return "multipart/form-data; boundary=x";
        }
        if (method.equals("PATCH") && path.startsWith("/api/posts/")) {
            return "application/merge-patch+json";
        }
        return isApi(path) ? "application/json" : FORM;
    }

    private static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    /** Reads no body: some never end. */
    private static String send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return text(response);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<?> response) {
        var status = String.valueOf(response.statusCode());
        return response.headers()
                .firstValue("Location")
                .filter(location -> response.statusCode() / 100 == 3)
                .map(location -> URI.create(location).getPath().replaceAll("[0-9a-f]{18}|[0-9a-f-]{36}", "…"))
                .map(path -> status + " `" + path + "`")
                .orElse(status);
    }
}
