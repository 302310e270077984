package org.vedette.acceptance;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.feed.FeedServiceApplication;
import org.vedette.gateway.GatewayApplication;

/**
 * Two instances of the feed service behind one gateway. A header of the request says which of the two answers, so
 * that a test knows it.
 */
final class Replicas implements AutoCloseable {

    private static final Http HTTP = new Http();
    private static final String INSTANCE = "X-Instance";
    private static final String ROUTE = "--spring.cloud.gateway.server.webflux.routes[%d].%s=%s";

    private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();
    private final URI gateway;

    private Replicas(String kafka, String mongodb, URI site) {
        var one = add(feedService(kafka, mongodb, site));
        var two = add(feedService(kafka, mongodb, site));
        this.gateway = add(gateway(mongodb, site, one, two));
    }

    static Replicas start(String kafka, String mongodb, URI site) {
        return new Replicas(kafka, mongodb, site);
    }

    /** Numbers of the instances. */
    List<Integer> instances() {
        return List.of(0, 1);
    }

    HttpResponse<String> asksInstance(int instance, String path) {
        return HTTP.get(gateway.resolve(path), INSTANCE, String.valueOf(instance));
    }

    List<ConsistencyReader.Source> sources() {
        return instances().stream()
                .<ConsistencyReader.Source>map(instance -> path -> asksInstance(instance, path))
                .toList();
    }

    @Override
    public void close() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    private URI add(ConfigurableApplicationContext service) {
        running.push(service);
        return URI.create("http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static ConfigurableApplicationContext feedService(String kafka, String mongodb, URI site) {
        return start(
                FeedServiceApplication.class,
                Stream.of(
                        "--spring.config.name=feed-service",
                        "--VEDETTE_KAFKA=" + kafka,
                        "--VEDETTE_MONGODB=" + mongodb,
                        "--VEDETTE_BASE_URL=" + site,
                        "--vedette.standalone.excluded-auto-configuration=org.springframework.cloud,org.springframework.boot.mail"));
    }

    private static ConfigurableApplicationContext gateway(String mongodb, URI site, URI one, URI two) {
        return start(
                GatewayApplication.class,
                Stream.concat(
                        Stream.of(
                                "--spring.config.name=gateway",
                                "--VEDETTE_MONGODB=" + mongodb,
                                "--VEDETTE_BASE_URL=" + site,
                                "--VEDETTE_GATEWAY_LIMITS_ENABLED=false",
                                "--vedette.standalone.excluded-auto-configuration=org.springframework.boot.mail,"
                                        + "org.springframework.boot.kafka,org.springdoc"),
                        Stream.concat(route(0, one), route(1, two))));
    }

    private static Stream<String> route(int number, URI instance) {
        return Stream.of(
                ROUTE.formatted(number, "id", "instance-" + number),
                ROUTE.formatted(number, "uri", instance),
                ROUTE.formatted(number, "predicates[0]", "Path=/**"),
                ROUTE.formatted(number, "predicates[1]", "Header=" + INSTANCE + ", " + number));
    }

    static ConfigurableApplicationContext start(Class<?> application, Stream<String> settings) {
        return new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .run(Stream.concat(
                                settings,
                                Stream.of(
                                        "--server.port=0",
                                        "--management.server.port=-1",
                                        "--spring.jmx.enabled=false",
                                        "--spring.main.banner-mode=off"))
                        .toArray(String[]::new));
    }
}
