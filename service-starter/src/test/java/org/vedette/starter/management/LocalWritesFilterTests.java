package org.vedette.starter.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.problems.ProblemWriter;
import org.vedette.starter.security.ResourceServer;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A service with an endpoint that changes something, and a neighbour that finds its management port. */
@SpringBootTest(
        classes = LocalWritesFilterTests.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,switch",
            "management.health.mongodb.enabled=false",
            // What a platform may set, so that headers say who the client is.
            "server.forward-headers-strategy=native",
            "spring.kafka.admin.auto-create=false",
            "spring.config.import=classpath:resource-server.yml"
        })
class LocalWritesFilterTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LOOPBACK = "127.0.0.1";

    @Autowired
    private Service service;

    @LocalManagementPort
    private int port;

    @Test
    void thisMachineMayChangeSomething() throws Exception {
        assertThat(post(LOOPBACK).statusCode()).isEqualTo(204);
        assertThat(service.switched).hasPositiveValue();
    }

    @Test
    void aNeighbourMayReadButChangesNothing() throws Exception {
        var before = service.switched.get();
        var address = addressOfThisMachine();

        var refused = post(address);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(service.switched).hasValue(before);
        assertThat(get(address).statusCode()).isEqualTo(200);
    }

    /** The header is what a neighbour would forge. */
    @Test
    void aHeaderMakesNobodyANeighbour() throws Exception {
        assertThat(post(addressOfThisMachine(), "X-Forwarded-For", LOOPBACK).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /actuator/rebuild, false",
        "DELETE, /actuator/caches, false",
        "PUT, /actuator, false",
        "POST, /%61ctuator/rebuild, false",
        "POST, /actuator;x=1/rebuild, false",
        "GET, /actuator/rebuild, true",
        "POST, /api/posts, true",
        "POST, /actuators, true"
    })
    void onlyWritesToEndpointsAreRefused(String method, String path, boolean passed) {
        var json = JsonMapper.builder().build();
        var filter = new LocalWritesFilter("/actuator", request -> false, new ProblemWriter(json, null));
        var exchange =
                MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create(path)));
        var calls = new AtomicInteger();

        filter.filter(exchange, next -> Mono.fromRunnable(calls::incrementAndGet))
                .block();

        assertThat(calls).hasValue(passed ? 1 : 0);
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(passed ? null : HttpStatus.FORBIDDEN);
    }

    private HttpResponse<String> post(String host, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(host))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String host) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address(host)).build(), BodyHandlers.ofString());
    }

    private URI address(String host) {
        return URI.create("http://" + host + ":" + port + "/actuator/switch");
    }

    /** A connection to an address of this machine that is not the loopback one comes from there, too. */
    private static String addressOfThisMachine() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(network -> Collections.list(network.getInetAddresses()).stream())
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this machine has no address but the loopback one"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        final AtomicInteger switched = new AtomicInteger();

        /** As the services have it. */
        @Bean
        SecurityWebFilterChain editorsOnly(ServerHttpSecurity http, ProblemHandler problems) {
            return ResourceServer.filterChain(http, problems, "/api/**");
        }

        @Bean
        SwitchEndpoint switchEndpoint() {
            return new SwitchEndpoint(switched);
        }
    }

    @WebEndpoint(id = "switch")
    static class SwitchEndpoint {

        private final AtomicInteger switched;

        SwitchEndpoint(AtomicInteger switched) {
            this.switched = switched;
        }

        @ReadOperation
        int state() {
            return switched.get();
        }

        @WriteOperation
        void change() {
            switched.incrementAndGet();
        }
    }
}
