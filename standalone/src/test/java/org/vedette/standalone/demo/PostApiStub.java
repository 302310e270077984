package org.vedette.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** As much of the API for posts as the demo blog needs, answering one request at a time. */
final class PostApiStub implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, String> slugs = new LinkedHashMap<>();
    private final List<String> published = new ArrayList<>();
    private final Set<String> tokens = new TreeSet<>();
    private int requests;
    private int limit = Integer.MAX_VALUE;

    private PostApiStub(HttpServer server) {
        this.server = server;
    }

    static PostApiStub start() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var stub = new PostApiStub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        stub.server.createContext("/api/posts", stub::answer);
        stub.server.start();
        return stub;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A draft somebody else wrote. */
    void add(String slug) {
        slugs.put("id-" + slug, slug);
    }

    List<String> published() {
        return published;
    }

    int drafts() {
        return slugs.size();
    }

    int requests() {
        return requests;
    }

    Set<String> tokens() {
        return tokens;
    }

    /** Answers so many requests more and refuses the next ones. */
    void failAfter(int requests) {
        limit = requests;
    }

    void recover() {
        limit = Integer.MAX_VALUE;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            if (requests++ >= limit) {
                send(exchange, 503, Map.of("title", "not now"));
            } else if (exchange.getRequestMethod().equals("GET")) {
                send(exchange, 200, slugs.keySet().stream().map(this::post).toList());
            } else if (exchange.getRequestURI().getPath().endsWith("/publication")) {
                publish(exchange);
            } else {
                draft(exchange);
            }
        }
    }

    private void draft(HttpExchange exchange) throws IOException {
        var slug = JSON.readTree(exchange.getRequestBody().readAllBytes())
                .path("slug")
                .asString();
        var id = "id-" + slug;
        if (slugs.putIfAbsent(id, slug) == null) {
            send(exchange, 201, post(id));
        } else {
            send(exchange, 409, Map.of("title", "slug taken"));
        }
    }

    private void publish(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().split("/", -1)[3];
        published.add(slugs.get(id));
        send(exchange, 200, post(id));
    }

    private Map<String, String> post(String id) {
        var slug = slugs.get(id);
        return Map.of("id", id, "slug", slug, "status", published.contains(slug) ? "published" : "draft");
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
