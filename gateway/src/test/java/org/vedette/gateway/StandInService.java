package org.vedette.gateway;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Stands in for a service behind the gateway: answers as told, and keeps what it was asked. */
public final class StandInService {

    /** One request as it arrived. */
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
    private final Map<String, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>>> answers =
            new ConcurrentHashMap<>();

    private StandInService(String name) {
        this.name = name;
        this.server = HttpServer.create().port(0).handle(this::handle).bindNow();
    }

    static StandInService called(String name) {
        return new StandInService(name);
    }

    public String address() {
        return "http://localhost:" + server.port();
    }

    public void reset() {
        received.clear();
        answers.clear();
    }

    /** From now on, answers requests to a path like this; others get the name of the service. */
    public void answer(String path, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
        answers.put(path, answer);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received onlyRequest() {
        if (received.size() != 1) {
            throw new AssertionError("one request was expected, not " + received);
        }
        return received.get(0);
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .doOnNext(body ->
                        received.add(new Received(request.method().name(), request.uri(), headers(request), body)))
                .flatMap(body -> Mono.from(
                        answers.getOrDefault(path(request), this::sayName).apply(request, response)));
    }

    private Publisher<Void> sayName(HttpServerRequest request, HttpServerResponse response) {
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
