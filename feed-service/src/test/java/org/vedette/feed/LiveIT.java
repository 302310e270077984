package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.feed.live.LiveStreams;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import org.vedette.testsupport.live.LiveListener;

// Left running, it would take part in the consumer group of the next test's instances.
@DirtiesContext
@WithInfrastructure
@SpringBootTest(
        classes = FeedServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=feed-service",
            "management.server.port=0",
            "vedette.feed.live-streams=3",
            "vedette.feed.rebuild-when-behind=false"
        })
class LiveIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final PostTopic TOPIC = new PostTopic();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;
    private final LiveStreams streams;

    @Autowired
    LiveIT(@LocalServerPort int port, LiveStreams streams) {
        this.site = URI.create("http://localhost:" + port);
        this.streams = streams;
    }

    @DynamicPropertySource
    static void useADatabaseOfOurOwn(DynamicPropertyRegistry registry) {
        var database = Infrastructure.freshDatabase("live");
        registry.add("vedette.feed.database", () -> database);
    }

    @BeforeEach
    void waitUntilItIsReadyAndNobodyListens() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/").statusCode()).isEqualTo(200));
        await().atMost(SOON).until(() -> streams.size() == 0);
    }

    @AfterAll
    static void close() {
        TOPIC.close();
    }

    @Test
    void whoListensHearsOfPublicationRevisionAndWithdrawalInTheirOrder() {
        var post = aPost().build();
        var revised = aPost().id(post.id()).revision(2).slug(post.slug()).build();

        try (var listener = listen(null)) {
            await().atMost(SOON).until(() -> streams.size() == 1);
            TOPIC.send(new PostPublished(post));
            awaitLine(listener, "event: PostPublished");
            TOPIC.send(new PostRevised(revised, "The date was wrong."));
            awaitLine(listener, "event: PostRevised");
            TOPIC.send(new PostWithdrawn(post.id(), 3, post.slug(), List.of(), "It was wrong.", Instant.EPOCH, null));
            awaitLine(listener, "event: PostWithdrawn");

            assertThat(listener.lines("data: "))
                    .hasSize(3)
                    .allMatch(data -> data.contains(post.id().toString()));
        }
    }

    @Test
    void whoListensHearsOfARaisedLabelAsOfAWithdrawalAndOfNothingAfterIt() {
        var post = aPost().build();
        var raised = aPost().id(post.id()).slug("marker").title("marker").marked("RED");

        try (var listener = listen(null)) {
            await().atMost(SOON).until(() -> streams.size() == 1);
            TOPIC.send(new PostPublished(post));
            awaitLine(listener, "event: PostPublished");
            TOPIC.send(new PostRevised(raised.revision(2).build(), "marker"));
            awaitLine(listener, "event: PostWithdrawn");
            TOPIC.send(new PostRevised(raised.revision(3).build(), "marker"));
            TOPIC.send(new PostRevised(
                    aPost().id(post.id()).revision(4).title("Cleared").build(), null));
            await().atMost(SOON).until(() -> listener.lines("data: ").size() == 3);

            assertThat(listener.lines("event: ")).endsWith("PostPublished", "PostWithdrawn", "PostPublished");
            assertThat(listener.lines("data: "))
                    .noneMatch(data -> data.contains("marker"))
                    .last()
                    .asString()
                    .contains("Cleared");
        }
    }

    @Test
    void whenAListenerHearsOfAPostItsPageIsThere() {
        var post = aPost().build();

        try (var listener = listen(null)) {
            await().atMost(SOON).until(() -> streams.size() == 1);
            TOPIC.send(new PostPublished(post));
            awaitLine(listener, "event: PostPublished");

            assertThat(get("/posts/" + post.slug()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoWasCutOffIsToldWhatItMissedOnce() {
        var first = aPost().build();
        var second = aPost().build();
        String seen;
        try (var listener = listen(null)) {
            await().atMost(SOON).until(() -> streams.size() == 1);
            TOPIC.send(new PostPublished(first));
            awaitLine(listener, "event: PostPublished");
            seen = listener.lines("id: ").get(listener.lines("id: ").size() - 1);
        }
        TOPIC.send(new PostPublished(second));
        await().atMost(SOON).until(() -> get("/posts/" + second.slug()).statusCode() == 200);

        try (var listener = listen(seen)) {
            awaitLine(listener, "event: PostPublished");

            assertThat(listener.lines("data: "))
                    .singleElement()
                    .asString()
                    .contains(second.id().toString());
        }
    }

    @Test
    void oneClientTooManyIsRejectedUntilLater() {
        var listeners = Stream.generate(() -> listen(null)).limit(3).toList();
        await().atMost(SOON).until(() -> streams.size() == 3);

        var refused = get("/live");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        listeners.forEach(LiveListener::close);
    }

    private LiveListener listen(@Nullable String lastEventId) {
        return new LiveListener(site, lastEventId);
    }

    private static void awaitLine(LiveListener listener, String line) {
        await().atMost(SOON).until(() -> listener.lines().contains(line));
        await().atMost(SOON).until(() -> !listener.lines("data: ").isEmpty());
    }

    private HttpResponse<String> get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(site.resolve(path)).build(), BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(path, failure);
        }
    }
}
