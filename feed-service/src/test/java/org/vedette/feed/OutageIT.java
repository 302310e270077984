package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** What readers and events meet with while the store stalls. */
class OutageIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** The gateway waits for ten seconds. */
    private static final Duration BEFORE_THE_GATEWAY_GIVES_UP = Duration.ofSeconds(6);

    /** Longer than the timeouts of the store, so that the projection and every reader run into it. */
    private static final Duration OUTAGE = Duration.ofSeconds(6);

    private final StallingStore store = new StallingStore(Infrastructure.mongodb());
    private final PostTopic topic = new PostTopic();

    OutageIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        topic.close();
        store.close();
    }

    @Test
    void whatIsCachedIsServedOnTheRestIsToldToComeBackAndNoEventIsGivenUp() {
        var cached = aPost().build();
        var unread = aPost().build();
        var during = Stream.generate(() -> aPost().id(besides(cached)).build())
                .limit(20)
                .toList();
        try (var instance = FeedInstance.start(
                Infrastructure.freshDatabase("outage"), "spring.mongodb.uri=" + store.connectionString())) {
            topic.send(new PostPublished(cached));
            topic.send(new PostPublished(unread));
            awaitPost(instance, cached, unread);

            store.stall();
            during.forEach(post -> topic.send(new PostPublished(post)));
            await().during(OUTAGE).atMost(SOON).untilAsserted(() -> {
                assertToldToComeBack(instance, unread);
                assertThat(instance.get("/posts/" + cached.slug()).statusCode()).isEqualTo(200);
                assertThat(instance.manage("/health/readiness").statusCode()).isEqualTo(200);
            });
            assertThat(instance.manage("/health").body())
                    .contains("\"store\":{")
                    .contains("\"status\":\"DOWN\"")
                    .contains("retried since");
            store.goOn();

            awaitPost(instance, during.toArray(PublicPost[]::new));
            assertThat(during).flatMap(post -> topic.deadLetters(post.id())).isEmpty();
        }
    }

    @Test
    void withoutItsBrokerTheSiteStaysUpAndTellsItsAge(@TempDir Path directory) {
        var broker = EmbeddedBroker.start(directory, 0);
        try (var instance = FeedInstance.start(
                Infrastructure.freshDatabase("outage"),
                "spring.kafka.bootstrap-servers=" + broker.bootstrapServers())) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(instance.manage("/health").body())
                            .contains("\"ageSeconds\":0")
                            .doesNotContain("DEGRADED"));

            broker.close();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(instance.manage("/health").body())
                            .containsPattern("\"changes\":\\{\"details\":\\{[^}]*},\"status\":\"DEGRADED\""));
            assertThat(instance.manage("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(instance.get("/").statusCode()).isEqualTo(200);
        } finally {
            broker.close();
        }
    }

    private static void assertToldToComeBack(FeedInstance instance, PublicPost post) {
        var asked = Instant.now();
        var answer = instance.get("/posts/" + post.slug());
        assertThat(Duration.between(asked, Instant.now())).isLessThan(BEFORE_THE_GATEWAY_GIVES_UP);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.body()).contains("Back in a moment");
    }

    /** The first is asked for last of all, so that it is in the cache; the others are found in the feed. */
    private static void awaitPost(FeedInstance instance, PublicPost... posts) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(instance.get("/feeds/rss.xml").body())
                        .contains(Stream.of(posts)
                                .map(post -> post.id().toString())
                                .toList()));
        assertThat(instance.get("/posts/" + posts[0].slug()).statusCode()).isEqualTo(200);
    }

    /** An id whose records stand in one partition with those of a post, so that they come in one batch. */
    private static UUID besides(PublicPost post) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> PostTopic.partition(id) == PostTopic.partition(post.id()))
                .findFirst()
                .orElseThrow();
    }
}
