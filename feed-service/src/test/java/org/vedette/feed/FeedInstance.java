package org.vedette.feed;

import com.google.errorprone.annotations.MustBeClosed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** One instance of the service, as its readers and its operators see it. */
final class FeedInstance implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private FeedInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts one; settings come after those that every test has. */
    @MustBeClosed
    static FeedInstance start(String database, String... settings) {
        Map<String, String> arguments = new HashMap<>();
        Stream.concat(
                        Stream.of(
                                "spring.config.name=feed-service",
                                "server.port=0",
                                "management.server.port=0",
                                "vedette.feed.database=" + database,
                                // All tests share one consumer group, so a fresh store looks like one that was lost.
                                "vedette.feed.rebuild-when-behind=false",
                                "spring.mongodb.uri=" + Infrastructure.mongodb(),
                                "spring.kafka.bootstrap-servers=" + Infrastructure.kafka()),
                        Stream.of(settings))
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> arguments.put(setting[0], setting[1]));
        return new FeedInstance(new SpringApplicationBuilder(FeedServiceApplication.class)
                .run(arguments.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpResponse<String> get(String path) {
        return ask(request("local.server.port", path).GET());
    }

    HttpResponse<String> get(String path, String header, String value) {
        return ask(request("local.server.port", path).header(header, value).GET());
    }

    /** Asks the management port. */
    HttpResponse<String> manage(String path) {
        return ask(request("local.management.port", "/actuator" + path).GET());
    }

    HttpResponse<String> rebuild(String json) {
        return ask(request("local.management.port", "/actuator/rebuild")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String port, String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + context.getEnvironment().getRequiredProperty(port) + path))
                .timeout(TIMEOUT);
    }

    private HttpResponse<String> ask(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError("no answer from " + request.uri(), failure);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
