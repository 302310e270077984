package org.vedette.gateway;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import org.vedette.starter.status.ServiceStatus;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Stub of a service behind the gateway, which records the requests it receives. */
public final class StubService {

    /** A received request. */
    public record Received(String method, String uri, Map<String, List<String>> headers, String body) {

        public List<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .toList();
        }
    }

    private final String name;
    private final DisposableServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>>> handlers =
            new ConcurrentHashMap<>();

    private StubService(String name) {
        this.name = name;
        this.server = HttpServer.create().port(0).handle(this::handle).bindNow();
    }

    public static StubService named(String name) {
        return new StubService(name);
    }

    public String address() {
        return "http://localhost:" + server.port();
    }

    public void reset() {
        received.clear();
        handlers.clear();
    }

    /** Sets the response to requests for a path; requests for other paths are answered with the name of the service. */
    public void respond(String path, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        handlers.put(path, handler);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received onlyRequest() {
        if (received.size() != 1) {
            throw new AssertionError("expected one request, not " + received);
        }
        return received.get(0);
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .doOnNext(body -> record(request, body))
                .flatMap(body -> Mono.from(
                        handlers.getOrDefault(path(request), this::nameOf).apply(request, response)));
    }

    /** The gateway asks for the status at any time. */
    private void record(HttpServerRequest request, String body) {
        if (!request.uri().equals(ServiceStatus.ADDRESS)) {
            received.add(new Received(request.method().name(), request.uri(), headers(request), body));
        }
    }

    private Publisher<Void> nameOf(HttpServerRequest request, HttpServerResponse response) {
        return response.header("Content-Type", "text/html;charset=UTF-8").sendString(Mono.just(name));
    }

    private static String path(HttpServerRequest request) {
        return request.uri().split("\\?", 2)[0];
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        return request.requestHeaders().names().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> request.requestHeaders().getAll(name)));
    }
}
