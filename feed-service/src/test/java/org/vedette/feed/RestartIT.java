package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.MustBeClosed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** What an instance knows when it starts, and what two of them know of each other. */
class RestartIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String database = Infrastructure.freshDatabase("restart");
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void anInstanceStartsWithWhatWasPublishedBefore() {
        var post = aPost().build();
        try (var before = instance(Infrastructure.kafka())) {
            publish(post);
            awaitPost(before, post);
        }

        try (var after = instance(Infrastructure.kafka())) {
            awaitPost(after, post);
        }
    }

    @Test
    void withoutABrokerAnInstanceServesWhatTheStoreHas() {
        var post = aPost().build();
        try (var before = instance(Infrastructure.kafka())) {
            publish(post);
            awaitPost(before, post);
        }

        try (var after = instance("127.0.0.1:1")) {
            awaitPost(after, post);
            assertThat(status(after, "local.management.port", "/actuator/health/readiness"))
                    .isEqualTo(200);
        }
    }

    @Test
    void everyInstanceShowsTheSameUnderTheSameTag() {
        var post = aPost().build();
        try (var one = instance(Infrastructure.kafka());
                var other = instance(Infrastructure.kafka())) {
            publish(post);
            awaitPost(one, post);
            awaitPost(other, post);

            var paths =
                    Stream.of("/", "/posts/" + post.slug(), "/feeds/rss.xml").toList();

            assertThat(paths).allMatch(path -> tag(one, path).equals(tag(other, path)));
        }
    }

    private static void publish(PublicPost post) {
        try (var topic = new PostTopic()) {
            topic.say(new PostPublished(post));
        }
    }

    private void awaitPost(ConfigurableApplicationContext instance, PublicPost post) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status(instance, "local.server.port", "/posts/" + post.slug()))
                        .isEqualTo(200));
    }

    private int status(ConfigurableApplicationContext instance, String port, String path) {
        return get(instance, port, path).statusCode();
    }

    private String tag(ConfigurableApplicationContext instance, String path) {
        return get(instance, "local.server.port", path)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private java.net.http.HttpResponse<Void> get(ConfigurableApplicationContext instance, String port, String path) {
        var address = "http://localhost:" + instance.getEnvironment().getRequiredProperty(port) + path;
        try {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
        } catch (Exception failure) {
            throw new AssertionError(address, failure);
        }
    }

    @MustBeClosed
    private ConfigurableApplicationContext instance(String kafka) {
        return new SpringApplicationBuilder(FeedServiceApplication.class)
                .run(
                        "--spring.config.name=feed-service",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--vedette.feed.database=" + database,
                        "--spring.mongodb.uri=" + Infrastructure.mongodb(),
                        "--spring.kafka.bootstrap-servers=" + kafka);
    }
}
