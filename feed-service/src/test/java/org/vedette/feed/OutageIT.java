package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** What readers and events meet with while the store stalls. */
class OutageIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** The gateway waits for ten seconds. */
    private static final Duration BEFORE_THE_GATEWAY_GIVES_UP = Duration.ofSeconds(6);

    /** Longer than four tries take. */
    private static final Duration OUTAGE = Duration.ofSeconds(18);

    private final HttpClient http = HttpClient.newHttpClient();
    private final StallingStore store = new StallingStore(Infrastructure.mongodb());
    private final PostTopic topic = new PostTopic();

    OutageIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        topic.close();
        store.close();
    }

    @Test
    void pagesInMemoryAreServedReadersOfOthersAreToldAndNoEventIsGivenUp() {
        var before = aPost().build();
        var during = Stream.generate(() -> aPost().id(besides(before)).build())
                .limit(20)
                .toList();
        try (var instance = instance()) {
            topic.say(new PostPublished(before));
            awaitPosts(instance, List.of(before));

            store.stall();
            during.forEach(post -> topic.say(new PostPublished(post)));
            await().during(OUTAGE).atMost(SOON).untilAsserted(() -> assertServedFromMemoryAlone(instance, before));
            store.goOn();

            awaitPosts(instance, during);
            assertThat(during).flatMap(post -> topic.deadLetters(post.id())).isEmpty();
        }
    }

    private void assertServedFromMemoryAlone(ConfigurableApplicationContext instance, PublicPost read) {
        var kept = get(instance, "/posts/" + read.slug(), BEFORE_THE_GATEWAY_GIVES_UP);
        assertThat(kept.statusCode()).isEqualTo(200);
        var answer = get(instance, "/", BEFORE_THE_GATEWAY_GIVES_UP);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.body()).contains("Back in a moment");
    }

    private void awaitPosts(ConfigurableApplicationContext instance, List<PublicPost> posts) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(posts)
                        .allMatch(post ->
                                get(instance, "/posts/" + post.slug(), SOON).statusCode() == 200));
    }

    private HttpResponse<String> get(ConfigurableApplicationContext instance, String path, Duration patience) {
        var address = "http://localhost:" + instance.getEnvironment().getRequiredProperty("local.server.port") + path;
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(patience).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(address, failure);
        }
    }

    /** An id whose records stand in one partition with those of a post, so that they come in one batch. */
    private static UUID besides(PublicPost post) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> PostTopic.partition(id) == PostTopic.partition(post.id()))
                .findFirst()
                .orElseThrow();
    }

    @MustBeClosed
    private ConfigurableApplicationContext instance() {
        return new SpringApplicationBuilder(FeedServiceApplication.class)
                .run(
                        "--spring.config.name=feed-service",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--vedette.feed.database=" + Infrastructure.freshDatabase("outage"),
                        "--spring.mongodb.uri=" + store.connectionString(),
                        "--spring.kafka.bootstrap-servers=" + Infrastructure.kafka());
    }
}
